import type { Box } from '#platform/reading/page-geometry.ts'

/** A grey picture, 0 black to 255 white, row by row. */
export interface Pixels {
  width: number
  height: number
  data: Uint8Array
}

/** Darker than this, after the paper is made white, is ink. */
export const ink = 150

export const isInk = ({ width, data }: Pixels, x: number, y: number): boolean => (data[y * width + x] ?? 255) < ink

/** Red, green, blue and opacity to grey. */
export function toGrey(rgba: Uint8ClampedArray, width: number, height: number): Pixels {
  const data = new Uint8Array(width * height)
  for (let i = 0; i < data.length; i += 1) {
    const at = i * 4
    data[i] = ((rgba[at] ?? 0) * 77 + (rgba[at + 1] ?? 0) * 150 + (rgba[at + 2] ?? 0) * 29) >> 8
  }
  return { width, height, data }
}

/** A part of a page; the box in whole pixels within it. */
export function cut(page: Pixels, { left, top, right, bottom }: Box): Pixels {
  const [width, height] = [Math.max(1, right - left), Math.max(1, bottom - top)]
  const data = new Uint8Array(width * height)
  for (let y = 0; y < height; y += 1) {
    const from = (top + y) * page.width + left
    data.set(page.data.subarray(from, from + width), y * width)
  }
  return { width, height, data }
}

const block = 32

/** Makes the paper white where a shadow or a grey copy darkened it: each pixel by the brightness of the paper around it. */
export function whiten(page: Pixels): Pixels {
  const wide = Math.ceil(page.width / block)
  const high = Math.ceil(page.height / block)
  const paper = spread(paperOf(page, wide, high), wide, high)
  const data = new Uint8Array(page.data.length)
  for (let y = 0; y < page.height; y += 1) {
    const row = Math.floor(y / block) * wide
    for (let x = 0; x < page.width; x += 1) {
      const white = paper[row + Math.floor(x / block)] ?? 255
      data[y * page.width + x] = Math.min(255, ((page.data[y * page.width + x] ?? 0) * 255) / white)
    }
  }
  return { ...page, data }
}

/** Below this a block is a picture, not paper in the shade. */
const darkestPaper = 90

/** The brightness that nine tenths of a block stay under. */
function paperOf(page: Pixels, wide: number, high: number): Uint8Array {
  const paper = new Uint8Array(wide * high)
  for (let i = 0; i < paper.length; i += 1) {
    const values: number[] = []
    const left = (i % wide) * block
    const top = Math.floor(i / wide) * block
    for (let y = top; y < Math.min(top + block, page.height); y += 3) {
      for (let x = left; x < Math.min(left + block, page.width); x += 3) values.push(page.data[y * page.width + x] ?? 0)
    }
    values.sort((a, b) => a - b)
    paper[i] = Math.max(darkestPaper, values[Math.floor(values.length * 0.9)] ?? 255)
  }
  return paper
}

/** A block full of ink borrows its paper from its neighbours. */
function spread(paper: Uint8Array, wide: number, high: number): Uint8Array {
  return paper.map((_, i) => {
    let best = 0
    for (let row = Math.floor(i / wide) - 1; row <= Math.floor(i / wide) + 1; row += 1) {
      for (let column = (i % wide) - 1; column <= (i % wide) + 1; column += 1) {
        if (row >= 0 && row < high && column >= 0 && column < wide)
          best = Math.max(best, paper[row * wide + column] ?? 0)
      }
    }
    return best
  })
}
