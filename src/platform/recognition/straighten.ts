import { between } from './flatten.ts'
import { ink, type Pixels } from './pixels.ts'

/** Degrees a page may lean on the glass or under the camera. */
const most = 5
/** Every other column tells as much as all. */
const every = 2

/**
 * How far the lines of a page lean, in degrees, clockwise; 0 when nothing tells.
 * Method: the angle at which the sums of ink over the rows differ most (projection profile).
 */
export function leanOf(page: Pixels): number {
  const points = inkOf(page)
  if (points.length < 200) return 0
  const coarse = bestOf(points, page, range(-most, most, 0.25))
  return bestOf(points, page, range(coarse - 0.25, coarse + 0.25, 0.05))
}

const range = (from: number, to: number, step: number): number[] =>
  Array.from({ length: Math.round((to - from) / step) + 1 }, (_, i) => from + i * step)

function inkOf({ width, height, data }: Pixels): Int16Array {
  const points: number[] = []
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += every) if ((data[y * width + x] ?? 255) < ink) points.push(x, y)
  }
  return Int16Array.from(points)
}

function bestOf(points: Int16Array, { width, height }: Pixels, angles: readonly number[]): number {
  const offset = Math.ceil(width * Math.tan((most + 1) * (Math.PI / 180)))
  const scores: number[] = []
  for (const angle of angles) {
    const slope = Math.tan((angle * Math.PI) / 180)
    const rows = new Uint32Array(height + 2 * offset + 1)
    for (let i = 0; i + 1 < points.length; i += 2) {
      const row = Math.round((points[i + 1] ?? 0) - (points[i] ?? 0) * slope + offset)
      rows[row] = (rows[row] ?? 0) + 1
    }
    let score = 0
    for (let i = 1; i < rows.length; i += 1) score += ((rows[i] ?? 0) - (rows[i - 1] ?? 0)) ** 2
    scores.push(score)
  }
  // Angles too near to tell apart score alike: the middle of the best is meant.
  const best = Math.max(...scores)
  const alike = angles.filter((_, i) => (scores[i] ?? 0) >= best * 0.97)
  return alike.reduce((sum, angle) => sum + angle, 0) / alike.length
}

/** Turns a page back by the angle it leans, around its middle; what comes in from outside is paper. */
export function turnBack(page: Pixels, degrees: number): Pixels {
  if (Math.abs(degrees) < 0.04) return page
  const { width, height } = page
  const sine = Math.sin((degrees * Math.PI) / 180)
  const cosine = Math.cos((degrees * Math.PI) / 180)
  const [middleX, middleY] = [width / 2, height / 2]
  const turned = new Uint8Array(width * height)
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      turned[y * width + x] = between(page, [
        middleX + (x - middleX) * cosine - (y - middleY) * sine,
        middleY + (x - middleX) * sine + (y - middleY) * cosine,
      ])
    }
  }
  return { width, height, data: turned }
}
