import { createCanvas } from '@napi-rs/canvas'
import type { Picture, Sheet } from '../recognition/scans.ts'

/** Where the corners of the paper come to lie in the photograph, as shares of its width and height. */
const corners = [
  [0.055, 0.045],
  [0.955, 0.03],
  [0.985, 0.97],
  [0.02, 0.955],
] as const

/** What maps the unit square onto four corners (Heckbert, Fundamentals of Texture Mapping, 1989, 2.2.3). */
function projection(): (u: number, v: number) => [number, number] {
  const [[x0, y0], [x1, y1], [x2, y2], [x3, y3]] = corners
  const [sx, sy] = [x0 - x1 + x2 - x3, y0 - y1 + y2 - y3]
  const [dx1, dx2, dy1, dy2] = [x1 - x2, x3 - x2, y1 - y2, y3 - y2]
  const below = dx1 * dy2 - dx2 * dy1
  const [g, h] = [(sx * dy2 - dx2 * sy) / below, (dx1 * sy - sx * dy1) / below]
  const [a, b, d, e] = [x1 - x0 + g * x1, x3 - x0 + h * x3, y1 - y0 + g * y1, y3 - y0 + h * y3]
  return (u, v) => [(a * u + b * v + x0) / (g * u + h * v + 1), (d * u + e * v + y0) / (g * u + h * v + 1)]
}

/** The other way round, by drawing near: from a place of the photograph to the place of the paper. */
function inverse(): (x: number, y: number) => [number, number] {
  const to = projection()
  return (x, y) => {
    let [u, v] = [x, y]
    for (let i = 0; i < 12; i += 1) {
      const [px, py] = to(u, v)
      u += x - px
      v += y - py
    }
    return [u, v]
  }
}

/**
 * A page as a telephone takes it, held not quite straight above a grey table: corners off square, light that falls off,
 * grain of the sensor, and the losses of JPEG.
 */
export function photograph(page: Sheet, random: () => number): Picture {
  const [width, height] = [Math.round(page.width * 1.15), Math.round(page.height * 1.15)]
  const context = createCanvas(width, height).getContext('2d')
  const taken = context.createImageData(width, height)
  const from = inverse()
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const [u, v] = from(x / width, y / height)
      const on = u >= 0 && u < 1 && v >= 0 && v < 1
      const light = 0.94 - 0.22 * (x / width) - 0.16 * (y / height)
      const grain = (random() - 0.5) * 14
      const at = (y * width + x) * 4
      for (let c = 0; c < 3; c += 1) taken.data[at + c] = (on ? sample(page, { u, v, c }) * light : 90 * light) + grain
      taken.data[at + 3] = 255
    }
  }
  context.putImageData(taken, 0, 0)
  return { width, height, stream: context.canvas.toBuffer('image/jpeg', 82), filter: 'DCTDecode' }
}

/** One channel between four pixels. */
function sample({ width, height, rgba }: Sheet, { u, v, c }: { u: number; v: number; c: number }): number {
  const [x, y] = [Math.min(width - 2, u * width), Math.min(height - 2, v * height)]
  const [left, top] = [Math.floor(x), Math.floor(y)]
  const [across, down] = [x - left, y - top]
  const at = (dx: number, dy: number) => rgba[((top + dy) * width + left + dx) * 4 + c] ?? 255
  return (
    (at(0, 0) * (1 - across) + at(1, 0) * across) * (1 - down) + (at(0, 1) * (1 - across) + at(1, 1) * across) * down
  )
}
