import type { FailedPage, Notice, RecognisedPage } from './document.ts'
import type { LinedPage } from './page-furniture.ts'
import type { PageLine } from './page-lines.ts'
import { pagesPhrase } from './page-notices.ts'
import type { Character } from './pdf-drawing.ts'

/** Surer than this, a line, one of its letters and a figure are taken as read. A wrong figure is worse than a gap. */
const sure = { words: 0.9, letter: 0.9, figure: 0.95 }

const isRecognised = (page: RecognisedPage | FailedPage): page is RecognisedPage => 'characters' in page

const reasons: Record<FailedPage['why'], string> = {
  time: '识别用时过长',
  memory: '识别时内存不足',
  damaged: '图片已损坏',
}

/** Which pages recognition read and which it gave up, and where seals stood. */
export function pagesRecognised(pages: readonly (RecognisedPage | FailedPage)[]): Notice[] {
  const read = pages.filter(isRecognised).filter(({ characters }) => characters.length > 0)
  const sealed = read.filter(({ hasSeal }) => hasSeal).map(({ page }) => page)
  const failed = pages.flatMap((each): Notice[] => {
    if (isRecognised(each)) return []
    const message = `第 ${each.page} 页是扫描图片，${reasons[each.why]}，没有读入。请对照原件补上这一页的内容，或者重新扫描后再提交。`
    return [{ kind: 'recognitionFailed', message, page: each.page }]
  })
  return [
    ...told(
      'recognised',
      read.map(({ page }) => page),
      '是扫描图片，文字由程序识别，请对照原件核对，尤其是数字。',
    ),
    ...told('sealLifted', sealed, '的红色印章已除去，印章上的文字没有读入；压在印章下的文字请对照原件核对。'),
    ...failed,
  ]
}

/** Beside the pages that were left out. */
export const recognitionMissing = (pages: readonly number[]): Notice[] =>
  told(
    'recognitionMissing',
    pages,
    '可能是扫描图片，而这台服务器没有装文字识别。要识别这些页，请系统管理员在程序目录运行 npm install --include=optional 后重新提交。',
  )

function told(kind: Notice['kind'], pages: readonly number[], words: string): Notice[] {
  const [page] = pages
  return page === undefined ? [] : [{ kind, message: `${pagesPhrase(pages)}${words}`, page }]
}

/** Cuttings kept with one document; what is told beyond them is told by its place alone. */
const mostCuttings = 200

/** The lines and figures recognition is unsure of, each with its place in the text and, as far as they go, a cutting of the page. */
export function doubtsOf(
  pages: readonly LinedPage[],
  starts: ReadonlyMap<PageLine, number>,
  recognised: readonly (RecognisedPage | FailedPage)[],
): Notice[] {
  let left = mostCuttings
  const sources = new Map(recognised.filter(isRecognised).map((source) => [source.page, source]))
  return pages.flatMap(({ page: own, lines }) =>
    lines.flatMap((line) =>
      doubtsIn(line).map(({ kind, start, end, message, ...doubt }): Notice => {
        // The rest of a row that was cut at the edge of the paper stands on the next page.
        const [page, run] = doubt.run < 0 ? [own + 1, -1 - doubt.run] : [own, doubt.run]
        const picture = sources.get(page)?.cuttings.find((cutting) => cutting.run === run)?.picture
        const at = starts.get(line) ?? 0
        const notice: Notice = { kind, message: `第 ${page} 页${message}`, page, span: [at + start, at + end] }
        if (picture === undefined || left <= 0) return notice
        left -= 1
        return { ...notice, picture }
      }),
    ),
  )
}

interface Doubt {
  kind: 'doubtfulWords' | 'doubtfulFigure'
  start: number
  end: number
  message: string
  run: number
}

/** A character and where it stands in the text of its line. */
interface Placed {
  character: Character
  at: number
}

function doubtsIn(line: PageLine): Doubt[] {
  return piecesIn(line).flatMap((piece): Doubt[] => {
    const run = piece[0]?.character.run ?? 0
    const [start, end] = stretchOf(piece)
    const words = line.text.slice(start, end)
    if (areDoubtful(piece.map(({ character }) => character)))
      return [{ kind: 'doubtfulWords', start, end, run, message: `“${words}”认得不准，请对照原件核对。` }]
    return figuresIn(piece).flatMap((figure): Doubt[] => {
      if (!isDoubtfulFigure(figure.map(({ character }) => character))) return []
      const [from, to] = stretchOf(figure)
      const message = `“${words}”里的“${line.text.slice(from, to)}”认得不准，请对照原件核对。`
      return [{ kind: 'doubtfulFigure', start: from, end: to, run, message }]
    })
  })
}

const sureOf = ({ confidence = 1 }: Character): number => confidence
const isLetter = ({ text }: Character): boolean => /[\p{L}\d]/u.test(text)

const areDoubtful = (piece: readonly Character[]): boolean =>
  piece.reduce((sum, each) => sum + sureOf(each), 0) < sure.words * piece.length ||
  piece.some((each) => isLetter(each) && sureOf(each) < sure.letter)

const isDoubtfulFigure = (figure: readonly Character[]): boolean => figure.some((each) => sureOf(each) < sure.figure)

/** Whether there will be something to tell of a piece, so that a cutting of it is kept. */
export const isWorthCutting = (piece: readonly Character[]): boolean =>
  areDoubtful(piece) || isDoubtfulFigure(piece.filter(({ text }) => figureSign.test(text)))

const stretchOf = (placed: readonly Placed[]): [start: number, end: number] => {
  const last = placed.at(-1)
  return [placed[0]?.at ?? 0, last ? last.at + last.character.text.length : 0]
}

/** What was found on the page as one piece, in the text of its line. */
function piecesIn(line: PageLine): Placed[][] {
  const runs = new Map<number, Character[]>()
  for (const each of line.characters) {
    if (each.confidence === undefined || each.text.trim() === '') continue
    runs.set(each.run, [...(runs.get(each.run) ?? []), each])
  }
  let from = 0
  return [...runs.values()].flatMap((characters) => {
    const placed = placedFrom(line.text, characters, from) ?? placedFrom(line.text, characters, 0)
    if (!placed) return []
    from = stretchOf(placed)[1]
    return [placed]
  })
}

/** The first place in the text where the characters follow each other, blanks and joining hyphens between them aside. */
function placedFrom(text: string, characters: readonly Character[], from: number): Placed[] | undefined {
  for (let start = from; start < text.length; start += 1) {
    const placed: Placed[] = []
    let at = start
    for (const character of characters) {
      while (placed.length > 0 && /[\s-]/.test(text[at] ?? '') && !text.startsWith(character.text, at)) at += 1
      if (!text.startsWith(character.text, at)) break
      placed.push({ character, at })
      at += character.text.length
    }
    if (placed.length === characters.length) return placed
  }
  return undefined
}

const figureSign = /^[\d.．%％]$/

/** Runs of figures with the points and signs in them. */
function figuresIn(piece: readonly Placed[]): Placed[][] {
  const groups: Placed[][] = []
  let before: Placed | undefined
  for (const each of piece) {
    if (!figureSign.test(each.character.text)) {
      before = undefined
      continue
    }
    if (before) groups.at(-1)?.push(each)
    else groups.push([each])
    before = each
  }
  return groups.filter((group) => group.some(({ character }) => /\d/.test(character.text)))
}
