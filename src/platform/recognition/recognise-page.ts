import type { RecognisedPage } from '#platform/reading/document.ts'
import type { Box } from '#platform/reading/page-geometry.ts'
import type { Character } from '#platform/reading/pdf-drawing.ts'
import { isWorthCutting } from '#platform/reading/recognised-notices.ts'
import { flattened } from './flatten.ts'
import { levelSigns } from './level-signs.ts'
import { pictureOf, type ScannedPage } from './open-scan.ts'
import { cut, type Pixels, toGrey, whiten } from './pixels.ts'
import { placeCharacters, tightened } from './place-characters.ts'
import type { Piece, Recogniser } from './recogniser.ts'
import { findLines, type Line, withoutLines } from './ruling.ts'
import { liftSeals } from './seal.ts'
import { dropSpecks } from './specks.ts'
import { leanOf, turnBack } from './straighten.ts'

/** From a page's picture to its words and ruling lines, placed in points as a printed page has them. */
export async function recognisePage(
  scan: ScannedPage,
  number: number,
  recogniser: Recogniser,
): Promise<RecognisedPage> {
  const seals = liftSeals(scan)
  const grey = whiten(flattened(toGrey(scan.rgba, scan.width, scan.height)))
  dropSpecks(grey)
  const straight = turnBack(grey, leanOf(grey))
  const lines = findLines(straight)
  const page = withoutLines(straight, lines)
  const pieces: Piece[] = []
  for (const box of await recogniser.find(page)) {
    const parts = partsOf(within(box, page), lines)
    for (const part of parts) {
      const piece = await recogniser.read(page, part)
      const signs = levelSigns(piece.signs)
      const isSliver = parts.length > 1 && isLeftOfLine(piece)
      if (signs.length > 0 && !isSliver) pieces.push({ ...tightened(page, part), signs })
    }
  }
  const { scale } = scan
  const characters = placeCharacters(pieces, scale)
  return {
    page: number,
    width: page.width * scale,
    height: page.height * scale,
    characters,
    rules: lines.map((line) => ({ ...scaled(line, scale), isAcross: line.isAcross })),
    hasSeal: seals.length > 0,
    cuttings: cuttingsOf(straight, pieces, characters),
  }
}

const scaled = ({ left, top, right, bottom }: Box, by: number): Box => ({
  left: left * by,
  top: top * by,
  right: right * by,
  bottom: bottom * by,
})

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

/** What a line of a table leaves beside it where it was taken out: narrower than a sign, and like none. */
const isLeftOfLine = ({ left, top, right, bottom, signs }: Piece): boolean =>
  right - left < (bottom - top) * 0.6 && signs.every(({ confidence }) => confidence < 0.6)

/** White left around a cutting, pixels. */
const margin = 6

/** Pictures of the pieces there will be something to tell of. */
function cuttingsOf(
  page: Pixels,
  pieces: readonly Piece[],
  characters: readonly Character[],
): RecognisedPage['cuttings'] {
  const runs = new Map<number, Character[]>()
  for (const each of characters) runs.set(each.run, [...(runs.get(each.run) ?? []), each])
  return pieces.flatMap((piece, run) => {
    if (!isWorthCutting(runs.get(run) ?? [])) return []
    const { left, top, right, bottom } = piece
    const around = within(
      { left: left - margin, top: top - margin, right: right + margin, bottom: bottom + margin },
      page,
    )
    return [{ run, picture: pictureOf(cut(page, around)) }]
  })
}
