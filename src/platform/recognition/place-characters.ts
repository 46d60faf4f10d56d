import type { Box } from '#platform/reading/page-geometry.ts'
import type { Character } from '#platform/reading/pdf-drawing.ts'
import { isInk, type Pixels } from './pixels.ts'
import type { Piece } from './recogniser.ts'

/** The box drawn in to where its ink is, so that a size can be taken from it. */
export function tightened(page: Pixels, box: Box): Box {
  const rows: number[] = []
  const columns = new Set<number>()
  for (let y = box.top; y < box.bottom; y += 1) {
    let dark = 0
    for (let x = box.left; x < box.right; x += 1) {
      if (!isInk(page, x, y)) continue
      dark += 1
      columns.add(x)
    }
    if (dark > 1) rows.push(y)
  }
  if (rows.length === 0 || columns.size === 0) return box
  return {
    left: Math.min(...columns),
    right: Math.max(...columns) + 1,
    top: rows[0] ?? box.top,
    bottom: (rows.at(-1) ?? box.bottom) + 1,
  }
}

/** Widths in sizes of the letter: a Chinese sign fills its square, Latin letters and figures half of it. */
const widthOf = (text: string): number => ((text.codePointAt(0) ?? 0) < 0x250 ? 0.53 : 1)

/** Marks that leave the half of their square before or after them white, which a box drawn around the ink does not hold. */
const whiteBefore = /^[（《〈“‘〔【「『]/
const whiteAfter = /[）》〉”’〕】」』。，、；：！？]$/

/** A piece's width in signs, and how much of it before and after the ink is white. */
function unitsOf(signs: Piece['signs']): { all: number; before: number; after: number } {
  const all = signs.reduce((sum, { text }) => sum + widthOf(text), 0)
  return {
    all,
    before: whiteBefore.test(signs[0]?.text ?? '') ? 0.5 : 0,
    after: whiteAfter.test(signs.at(-1)?.text ?? '') ? 0.5 : 0,
  }
}

interface Sized {
  piece: Piece
  size: number
}

/** Sizes of letters nearer than this are one size, differently worn. */
const alike = 0.14

/**
 * Sets the words of pieces as a printed page has them: each sign in its place on a baseline, in a size that the whole
 * page shares where pieces are nearly of one. A piece's number is its characters' run. `scale` is points to a pixel.
 */
export function placeCharacters(pieces: readonly Piece[], scale: number): Character[] {
  const sized = pieces.map((piece) => ({ piece, size: sizeOf(piece) }))
  const usual = usualSizes(sized)
  return sized.flatMap(({ piece, size }, run) => {
    const shared = usual.find((each) => Math.abs(each - size) < each * alike) ?? size
    return charactersOf(piece, { size: shared, scale, run })
  })
}

/** By the width, which the signs fill evenly; a few signs say more by their height. */
function sizeOf({ signs, left, right, top, bottom }: Piece): number {
  const { all, before, after } = unitsOf(signs)
  const byHeight = (bottom - top) / 0.94
  if (all < 4) return byHeight
  return Math.min((right - left) / (all - before - after - 0.1), byHeight * 1.3)
}

/** The sizes of a page, those of most signs first. */
function usualSizes(sized: readonly Sized[]): number[] {
  const left = [...sized]
  const sizes: number[] = []
  while (left.length > 0) {
    const near = (size: number) => left.filter((each) => Math.abs(each.size - size) < size * alike)
    const weight = (members: readonly Sized[]) => members.reduce((sum, { piece }) => sum + piece.signs.length, 0)
    const best = left.map(({ size }) => near(size)).reduce((a, b) => (weight(b) > weight(a) ? b : a))
    const middle = best.map(({ size }) => size).sort((a, b) => a - b)[Math.floor(best.length / 2)] ?? 1
    sizes.push(middle)
    for (const member of best) left.splice(left.indexOf(member), 1)
  }
  return sizes
}

function charactersOf(piece: Piece, { size, scale, run }: { size: number; scale: number; run: number }): Character[] {
  const { all, before, after } = unitsOf(piece.signs)
  const unit = (piece.right - piece.left) / Math.max(0.5, all - before - after)
  // The square of a Chinese sign hangs 0.12 of its size below the baseline.
  const y = (piece.top + piece.bottom) / 2 + 0.38 * size
  let x = piece.left - before * unit
  return piece.signs.map(({ text, confidence }) => {
    const width = widthOf(text) * unit
    const character = {
      text,
      x: x * scale,
      y: y * scale,
      width: width * scale,
      size: size * scale,
      angle: 0,
      isHidden: false,
      isPale: false,
      run,
      confidence,
    }
    x += width
    return character
  })
}
