import { describe, expect, test } from 'vitest'
import { type Corners, cornersOf } from './corners.ts'
import { flattened, projection } from './flatten.ts'
import type { Pixels } from './pixels.ts'

const [width, height] = [800, 1100]
const [paper, table, words] = [210, 70, 30]

/** A picture whose every pixel is said by where it lies, as shares of its width and height. */
function picture(shade: (x: number, y: number) => number): Pixels {
  const data = new Uint8Array(width * height)
  for (let i = 0; i < data.length; i += 1)
    data[i] = shade(((i % width) + 0.5) / width, (Math.floor(i / width) + 0.5) / height)
  return { width, height, data }
}

const isIn = (value: number, from: number, to: number): boolean => value >= from && value < to

/** Lines of words, and a line of a table across and one down. */
const page = (u: number, v: number): number =>
  (isIn(v, 0.2, 0.8) && isIn(u, 0.1, 0.9) && Math.floor(v * 60) % 2 === 0 && Math.floor(u * 90) % 3 > 0) ||
  (isIn(v, 0.85, 0.854) && isIn(u, 0.1, 0.9)) ||
  (isIn(u, 0.3, 0.305) && isIn(v, 0.83, 0.95))
    ? words
    : paper

/** A sheet on a darker table, its corners at these shares of the picture. */
function photographed(corners: Corners): Pixels {
  const to = projection(corners)
  const from = (x: number, y: number): [number, number] => {
    let [u, v] = [x, y]
    for (let i = 0; i < 20; i += 1) {
      const [px, py] = to(u, v)
      ;[u, v] = [u + x - px, v + y - py]
    }
    return [u, v]
  }
  return picture((x, y) => {
    const [u, v] = from(x, y)
    const light = 1 - 0.3 * x - 0.2 * y
    return isIn(u, 0, 1) && isIn(v, 0, 1) ? page(u, v) * light : table * light
  })
}

const leaning: Corners = [
  [0.06, 0.05],
  [0.95, 0.03],
  [0.985, 0.965],
  [0.02, 0.95],
]

describe('a sheet photographed on a table', () => {
  test('is found by its corners', () => {
    const found = cornersOf(photographed(leaning))
    expect(found).not.toBeNull()
    found?.forEach(([x, y], i) => {
      expect(Math.abs(x / width - (leaning[i]?.[0] ?? 0))).toBeLessThan(0.006)
      expect(Math.abs(y / height - (leaning[i]?.[1] ?? 0))).toBeLessThan(0.006)
    })
  })

  test('lies flat afterwards: lines of tables run along its sides', () => {
    const flat = flattened(photographed(leaning))
    const darkest = (values: number[]) => values.indexOf(Math.min(...values))
    const at = (x: number, y: number) => flat.data[y * flat.width + x] ?? 255
    const rows = [0.15, 0.5, 0.85].map((u) => {
      const x = Math.round(u * flat.width)
      const from = Math.round(0.82 * flat.height)
      return from + darkest(Array.from({ length: Math.round(0.06 * flat.height) }, (_, i) => at(x, from + i)))
    })
    expect(Math.max(...rows) - Math.min(...rows)).toBeLessThanOrEqual(2)
    expect(rows[0]).toBeGreaterThan(0.84 * flat.height)
  })
})

describe('what fills its picture is left as it is', () => {
  const left = (pixels: Pixels) => {
    expect(cornersOf(pixels)).toBeNull()
    expect(flattened(pixels)).toBe(pixels)
  }

  test('a scan', () => left(picture(page)))
  test('an empty page', () => left(picture(() => 255)))
  test('a page with a picture down one side', () =>
    left(picture((u, v) => (u < 0.3 && isIn(v, 0.1, 0.6) ? 60 : page(u, v)))))
  test('a dark title with words on it', () =>
    left(picture((u, v) => (v < 0.12 ? (Math.floor(u * 40) % 2 === 0 && isIn(v, 0.02, 0.1) ? 250 : 60) : page(u, v)))))
  test('a page in the dark', () => left(picture((u, v) => page(u, v) * 0.25)))
})
