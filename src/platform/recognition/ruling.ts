import type { Box } from '#platform/reading/page-geometry.ts'
import { ink, type Pixels } from './pixels.ts'

/** A straight line found in the pixels, box in pixels. */
export interface Line extends Box {
  isAcross: boolean
}

/** At 200 dots an inch: shorter ones are strokes of letters, thicker ones bars, wider gaps an end. */
const shortest = { across: 70, down: 44 }
const thickest = 9
const gap = 6

/** No stroke of a title is as long as this, 19 mm. */
const surely = 150
const touch = 8

/**
 * The ruling lines of a page set straight: dark runs that are long and thin, across and down. Short ones might be
 * strokes of large letters; they count where they end on a line that counts.
 */
export function findLines(page: Pixels): Line[] {
  const across = runsOf(page, shortest.across).map((each) => ({ ...each, isAcross: true }))
  const down = runsOf(transposed(page), shortest.down).map(({ left, top, right, bottom }) => ({
    left: top,
    top: left,
    right: bottom,
    bottom: right,
    isAcross: false,
  }))
  const lines = across.filter(({ left, right }) => right - left >= surely)
  const doubtful = new Set<Line>([...down, ...across.filter((line) => !lines.includes(line))])
  for (const line of lines) {
    for (const other of doubtful) {
      if (!endsOn(other, line)) continue
      doubtful.delete(other)
      lines.push(other)
    }
  }
  return lines
}

const endsOn = (short: Line, long: Line): boolean => {
  if (short.isAcross === long.isAcross) return false
  const near = (a: number, b: number) => Math.abs(a - b) <= touch
  return short.isAcross
    ? (near(short.left, long.left) || near(short.right, long.left)) &&
        short.top > long.top - touch &&
        short.bottom < long.bottom + touch
    : crosses(short, long)
}

/** Down a table's side a line may begin above this one; its strokes still meet. */
const crosses = (down: Line, across: Line): boolean =>
  down.top <= across.bottom + touch &&
  down.bottom >= across.top - touch &&
  down.left >= across.left - touch &&
  down.right <= across.right + touch

function transposed({ width, height, data }: Pixels): Pixels {
  const turned = new Uint8Array(data.length)
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) turned[x * height + y] = data[y * width + x] ?? 255
  }
  return { width: height, height: width, data: turned }
}

/** Runs along the rows that lie on each other are one line; one that grows too thick was a bar, or a page's edge. */
function runsOf(page: Pixels, least: number): Box[] {
  const done: Box[] = []
  let open: Box[] = []
  for (let y = 0; y <= page.height; y += 1) {
    const runs = y < page.height ? rowRuns(page, y, least) : []
    const next: Box[] = []
    for (const box of open) {
      if (box.bottom < y - 2) done.push(box)
      else next.push(box)
    }
    for (const [left, right] of runs) {
      const joined = next.find((box) => left <= box.right + gap && right >= box.left - gap && box.bottom >= y - 2)
      if (!joined) {
        next.push({ left, top: y, right, bottom: y + 1 })
        continue
      }
      joined.left = Math.min(joined.left, left)
      joined.right = Math.max(joined.right, right)
      joined.bottom = y + 1
    }
    open = next
  }
  return [...done, ...open].filter((box) => box.bottom - box.top <= thickest)
}

/** Dark stretches of one row, each dark in the row itself or one beside it, as a line that leans by a pixel is. */
function rowRuns({ width, height, data }: Pixels, y: number, least: number): [number, number][] {
  const runs: [number, number][] = []
  let start = -1
  let last = -1
  let dark = 0
  const end = (): void => {
    if (start >= 0 && last - start >= least && dark >= (last - start) * 0.85) runs.push([start, last + 1])
    start = -1
    dark = 0
  }
  const below = y + 1 < height ? width : 0
  for (let x = 0; x < width; x += 1) {
    const at = y * width + x
    if ((data[at] ?? 255) < ink || (data[at + below] ?? 255) < ink) {
      if (start < 0) start = x
      last = x
      dark += 1
    } else if (start >= 0 && x - last > gap) end()
  }
  end()
  return runs
}

/** The page without its lines, so that none is read as a stroke of a letter. */
export function withoutLines(page: Pixels, lines: readonly Line[]): Pixels {
  const data = Uint8Array.from(page.data)
  for (const line of lines) {
    const [left, right] = [Math.max(0, Math.floor(line.left) - 2), Math.min(page.width, Math.ceil(line.right) + 2)]
    for (let y = Math.max(0, Math.floor(line.top) - 2); y < Math.min(page.height, line.bottom + 2); y += 1) {
      data.fill(255, y * page.width + left, y * page.width + right)
    }
  }
  return { ...page, data }
}
