import type { Box } from '#platform/reading/pdf-geometry.ts'
import type { RecognisedPage } from '#platform/reading/document.ts'
import type { ScannedPage } from './open-scan.ts'
import { toGrey, whiten } from './pixels.ts'
import { placeCharacters, tightened } from './place-characters.ts'
import type { Piece, Recogniser } from './recogniser.ts'
import { findLines, type Line, withoutLines } from './ruling.ts'
import { liftSeals } from './seal.ts'
import { leanOf, turnBack } from './straighten.ts'

/** From a page's picture to its words and ruling lines, placed in points as a printed page has them. */
export async function recognisePage(scan: ScannedPage, number: number, recogniser: Recogniser): Promise<RecognisedPage> {
  const seals = liftSeals(scan)
  const grey = whiten(toGrey(scan.rgba, scan.width, scan.height))
  const straight = turnBack(grey, leanOf(grey))
  const lines = findLines(straight)
  const page = withoutLines(straight, lines)
  const pieces: Piece[] = []
  for (const box of await recogniser.find(page)) {
    for (const part of partsOf(within(box, page), lines)) {
      const piece = await recogniser.read(page, part)
      pieces.push({ ...tightened(page, part), signs: trimmed(piece.signs) })
    }
  }
  const { scale } = scan
  return {
    page: number,
    width: scan.width * scale,
    height: scan.height * scale,
    characters: placeCharacters(pieces, scale),
    rules: lines.map((line) => ({ ...scaled(line, scale), isAcross: line.isAcross })),
    hasSeal: seals.length > 0,
    cuttings: [],
  }
}

const scaled = ({ left, top, right, bottom }: Box, by: number): Box => ({
  left: left * by, top: top * by, right: right * by, bottom: bottom * by,
}) // biome-ignore format: two lines

const within = ({ left, top, right, bottom }: Box, { width, height }: { width: number; height: number }): Box => ({
  left: Math.max(0, Math.floor(left)),
  top: Math.max(0, Math.floor(top)),
  right: Math.min(width, Math.ceil(right)),
  bottom: Math.min(height, Math.ceil(bottom)),
})

/** Words on both sides of a line of a table were found as one: they are read apart. */
function partsOf(box: Box, lines: readonly Line[]): Box[] {
  const middle = (box.top + box.bottom) / 2
  const cuts = lines
    .filter((line) => !line.isAcross && line.top < middle && line.bottom > middle)
    .map((line) => Math.round((line.left + line.right) / 2))
    .filter((x) => x > box.left + 4 && x < box.right - 4)
    .sort((a, b) => a - b)
  const edges = [box.left, ...cuts, box.right]
  return edges.slice(1).map((right, i) => ({ ...box, left: edges[i] ?? box.left, right }))
}

/** Blanks at the ends of a piece are the recogniser's, not the page's. */
const trimmed = (signs: Piece['signs']): Piece['signs'] => {
  const isWord = ({ text }: { text: string }) => text.trim() !== ''
  const first = signs.findIndex(isWord)
  return first < 0 ? [] : signs.slice(first, signs.findLastIndex(isWord) + 1)
}
