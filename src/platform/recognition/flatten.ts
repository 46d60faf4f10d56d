import { type Corners, cornersOf, type Point } from './corners.ts'
import type { Pixels } from './pixels.ts'

/** What maps the unit square onto four corners (Heckbert, Fundamentals of Texture Mapping, 1989, 2.2.3). */
export function projection([[x0, y0], [x1, y1], [x2, y2], [x3, y3]]: Corners): (u: number, v: number) => Point {
  const [sumX, sumY] = [x0 - x1 + x2 - x3, y0 - y1 + y2 - y3]
  const [dx1, dx2, dy1, dy2] = [x1 - x2, x3 - x2, y1 - y2, y3 - y2]
  const below = dx1 * dy2 - dx2 * dy1
  const [g, h] = [(sumX * dy2 - dx2 * sumY) / below, (dx1 * sumY - sumX * dy1) / below]
  const [a, b, d, e] = [x1 - x0 + g * x1, x3 - x0 + h * x3, y1 - y0 + g * y1, y3 - y0 + h * y3]
  return (u, v) => {
    const w = g * u + h * v + 1
    return [(a * u + b * v + x0) / w, (d * u + e * v + y0) / w]
  }
}

/** Pixels along the sides in which the edge of the paper and its shadow lie. */
const edge = 4

/** A sheet photographed on a table as if it lay under glass, without the table; any other picture as it is. */
export function flattened(page: Pixels): Pixels {
  const corners = cornersOf(page)
  if (!corners) return page
  const [a, b, c, d] = corners
  const width = Math.round(Math.max(distance(a, b), distance(d, c)))
  const height = Math.round(Math.max(distance(a, d), distance(b, c)))
  const from = projection(corners)
  const data = new Uint8Array(width * height).fill(255)
  for (let y = edge; y < height - edge; y += 1) {
    for (let x = edge; x < width - edge; x += 1)
      data[y * width + x] = between(page, from((x + 0.5) / width, (y + 0.5) / height))
  }
  return { width, height, data }
}

const distance = (a: Point, b: Point): number => Math.hypot(a[0] - b[0], a[1] - b[1])

/** The grey between four pixels; paper outside the picture. */
export function between({ width, height, data }: Pixels, [x, y]: Point): number {
  const [left, top] = [Math.floor(x), Math.floor(y)]
  if (left < 0 || top < 0 || left + 1 >= width || top + 1 >= height) return 255
  const at = top * width + left
  const [across, down] = [x - left, y - top]
  const above = (data[at] ?? 0) * (1 - across) + (data[at + 1] ?? 0) * across
  const under = (data[at + width] ?? 0) * (1 - across) + (data[at + width + 1] ?? 0) * across
  return above * (1 - down) + under * down
}
