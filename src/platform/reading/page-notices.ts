import type { Notice, NoticeKind } from './document.ts'
import type { Writing } from './page-characters.ts'
import type { LinedPage } from './page-furniture.ts'
import type { Box } from './page-geometry.ts'

const notRead = (kind: NoticeKind, page: number, what: string): Notice => ({
  kind,
  message: `第 ${page} 页${what}，没有读入。请对照原件补上这一页的内容。`,
  page,
})
export const pageWithoutText = (page: number): Notice =>
  notRead('pageWithoutText', page, '没有文字，可能是扫描图片或空白页')

/** What of each page did not become text, or only doubtfully. `writings` is undefined where a page could not be read at all. */
export function judgePages(writings: readonly (Writing | undefined)[], pages: readonly LinedPage[]): Notice[] {
  const backgrounds = backgroundsOf(writings)
  const words = new Map<string, number[]>()
  const notices = writings.flatMap((writing, i): Notice[] => {
    const page = i + 1
    if (!writing) return [notRead('pageUnreadable', page, '已损坏')]
    for (const each of [...writing.turned, ...writing.marks]) words.set(each, [...(words.get(each) ?? []), page])
    const text = pages[i]?.lines.map((line) => line.text).join('') ?? ''
    if (text.trim() === '') return [pageWithoutText(page)]
    return [...garbled(text, page), ...pictured(writing, { page, backgrounds, lines: pages[i]?.lines ?? [] })]
  })
  return [...notices, ...leftOut(words)]
}

function garbled(text: string, page: number): Notice[] {
  const strange = text.match(/[\ufffd\ue000-\uf8ff]|[^\P{Cc}\t\n\r]/gu)?.length ?? 0
  if (strange * 5 < text.length) return []
  const message = `第 ${page} 页的文字多为乱码（字体缺少编码）。请对照原件核对，或者提交 Word 文件。`
  return [{ kind: 'pageGarbled', message, page }]
}

const placeOf = (box: Box): string => [box.left, box.top, box.right, box.bottom].map(Math.round).join(' ')

/** Pictures that come again at one place on most pages are the paper's own. */
function backgroundsOf(writings: readonly (Writing | undefined)[]): Set<string> {
  const times = new Map<string, number>()
  for (const writing of writings) {
    for (const place of new Set(writing?.pictures.map(placeOf))) times.set(place, (times.get(place) ?? 0) + 1)
  }
  const needed = Math.max(3, writings.length * 0.4)
  return new Set([...times].filter(([, count]) => count >= needed).map(([place]) => place))
}

/** Share of a page that pictures without words over them must fill to be worth a look. */
const large = 0.2
const fields = { across: 20, down: 28 }

interface Beside {
  page: number
  backgrounds: ReadonlySet<string>
  lines: LinedPage['lines']
}

function pictured(writing: Writing, { page, backgrounds, lines }: Beside): Notice[] {
  if (writing.isRecognised) {
    const message = `第 ${page} 页是扫描图片，文字是文件自带的识别结果，可能有错字。请对照原件核对，尤其是数字。`
    return [{ kind: 'recognisedElsewhere', message, page }]
  }
  const pictures = writing.pictures.filter((box) => !backgrounds.has(placeOf(box)))
  if (pictures.length === 0) return []
  const cell = { wide: writing.width / fields.across, high: writing.height / fields.down }
  const texts = lines.map(({ left, right, y, size }) => ({ left, right, top: y - size * 1.6, bottom: y + size * 0.8 }))
  let bare = 0
  for (let row = 0; row < fields.down; row += 1) {
    for (let column = 0; column < fields.across; column += 1) {
      const x = (column + 0.5) * cell.wide
      const y = (row + 0.5) * cell.high
      const covers = (box: Box) => box.left <= x && x <= box.right && box.top <= y && y <= box.bottom
      if (pictures.some(covers) && !texts.some(covers)) bare += 1
    }
  }
  if (bare < large * fields.across * fields.down) return []
  const message = `第 ${page} 页有图片占版面较大部分，图片里的文字没有读入。请对照原件核对这一页，缺的内容请补上。`
  return [{ kind: 'imagesSkipped', message, page }]
}

/** Words told of in one notice; more are counted. */
const told = 3

function leftOut(words: ReadonlyMap<string, number[]>): Notice[] {
  if (words.size === 0) return []
  const named = [...words.keys()]
    .slice(0, told)
    .map((each) => `“${each.slice(0, 40)}”`)
    .join('、')
  const pages = [...new Set([...words.values()].flat())].sort((a, b) => a - b)
  const message = `${pagesPhrase(pages)}有斜排或压在正文上的文字（${named}${words.size > told ? '等' : ''}），像是水印，没有读入。`
  return [{ kind: 'wordsLeftOut', message, ...(pages[0] && { page: pages[0] }) }]
}

/** “第 1—3、7 页”. */
export function pagesPhrase(pages: readonly number[]): string {
  const spans: [number, number][] = []
  for (const page of pages) {
    const last = spans.at(-1)
    if (last && page === last[1] + 1) last[1] = page
    else spans.push([page, page])
  }
  return `第 ${spans.map(([from, to]) => (from === to ? `${from}` : `${from}—${to}`)).join('、')} 页`
}
