import { type PageLine, toLine, toLines } from './page-lines.ts'
import type { Character } from './pdf-drawing.ts'

/** Widths, in characters: the least space between two columns, the narrowest column, how far a full line may fall short. */
const widths = { gutter: 1.2, column: 9, short: 2.2 }

/** Fewest lines of a column on either side. */
const fewest = 3

/** Share of a column's lines that must run to its edge: words that flow do, the cells of a table do not. */
const flowing = 0.5

/**
 * The lines of a page, or of a part of it, in the order people read: over the whole width first, and where the page is set
 * in columns, one column after the other. Every column is a block of its own, for its margins.
 */
export function inColumns(characters: readonly Character[], block: { next: number }): PageLine[] {
  const lines = toLines(characters)
  const gutter = bestGutter(lines)
  if (!gutter) return numbered(lines, block)
  const { from, to, x } = gutter
  const members = lines.slice(from, to).flatMap((line) => line.characters)
  return [
    ...numbered(lines.slice(0, from), block),
    ...inColumns(
      members.filter((each) => each.x < x),
      block,
    ),
    ...inColumns(
      members.filter((each) => each.x >= x),
      block,
    ),
    // Below the columns the page may be set in others.
    ...inColumns(
      lines.slice(to).flatMap((line) => line.characters),
      block,
    ),
  ]
}

function numbered(lines: readonly PageLine[], block: { next: number }): PageLine[] {
  if (lines.length === 0) return []
  block.next += 1
  return lines.map((line) => ({ ...line, block: block.next }))
}

interface Gutter {
  x: number
  /** The lines it runs through, `[from, to)`. */
  from: number
  to: number
}

function bestGutter(lines: readonly PageLine[]): Gutter | undefined {
  const middles = new Set(lines.flatMap((line) => holesOf(line).map(([left, right]) => Math.round((left + right) / 2))))
  let best: Gutter | undefined
  for (const x of middles) {
    for (const band of bandsAt(lines, x)) {
      const isLonger = !best || band.to - band.from > best.to - best.from
      if (isLonger && partsColumns(lines.slice(band.from, band.to), x)) best = band
    }
  }
  return best
}

/** The wide gaps within a line. */
function holesOf({ characters }: PageLine): [left: number, right: number][] {
  const holes: [number, number][] = []
  let right = characters[0]?.x ?? 0
  for (const each of characters) {
    if (each.x - right > widths.gutter * each.size) holes.push([right, each.x])
    right = Math.max(right, each.x + each.width)
  }
  return holes
}

/** Stretches of lines that leave a place free: none of their words stands there. */
function bandsAt(lines: readonly PageLine[], x: number): Gutter[] {
  const bands: Gutter[] = []
  let from: number | undefined
  for (let i = 0; i <= lines.length; i += 1) {
    const line = lines[i]
    const isFree =
      line !== undefined && (line.right <= x || line.left >= x || holesOf(line).some(([a, b]) => a < x && x < b))
    if (isFree) from ??= i
    else if (from !== undefined) {
      bands.push({ x, from, to: i })
      from = undefined
    }
  }
  return bands
}

function partsColumns(lines: readonly PageLine[], x: number): boolean {
  const sides = [
    lines.map((line) => line.characters.filter((each) => each.x < x)),
    lines.map((line) => line.characters.filter((each) => each.x >= x)),
  ].map((side) => side.filter((characters) => characters.length > 0).map(toLine))
  return sides.every(flows)
}

/** Several wide lines that begin together and mostly run to the same edge. */
function flows(lines: readonly PageLine[]): boolean {
  if (lines.length < fewest) return false
  const left = Math.min(...lines.map((line) => line.left))
  const right = Math.max(...lines.map((line) => line.right))
  const size = lines[0]?.size ?? 0
  const full = lines.filter((line) => right - line.right < widths.short * line.size && line.left - left < 3 * line.size)
  return right - left >= widths.column * size && full.length >= Math.max(fewest, lines.length * flowing)
}
