import { isNoticeTitle, isPlanTitle, isTitle } from '../structure/title-shape.ts'
import type { Range } from '../text/reading-text.ts'
import { readDateLine } from './dates.ts'
import { readDocumentNumberLine } from './document-number.ts'

export interface Title extends Range {
  text: string
}

/** A short line above the first heading. */
export interface HeadLine extends Title {
  afterGap: boolean
}

/** （2023年2月28日） after a title in collections of documents, and the stray number before it. */
const DATE_TAIL = /\(\d{4}年\d{1,2}月\d{1,2}日?\)$/
const ISSUED = /^.{0,60}?(?:关于)?(?:印发|转发|发布|下发)(.+?)的?(?:通知|公告|函)?$/
const FRAGMENT_STOP = /[。;:!?]|^\(/
const LONGEST_FRAGMENT = 60

const clean = (text: string): string => text.replace(DATE_TAIL, '')

const isFragment = (line: HeadLine | undefined): line is HeadLine =>
  line !== undefined &&
  line.text.length <= LONGEST_FRAGMENT &&
  !FRAGMENT_STOP.test(line.text) &&
  !readDateLine(line.text) &&
  !readDocumentNumberLine(line.text)

/** The title at line `i` together with the lines above that are torn off it. */
function withUpperLines(lines: readonly HeadLine[], i: number, belongs: (joined: string) => boolean): Title {
  let first = i
  let text = lines[i]?.text ?? ''
  while (isFragment(lines[first - 1]) && !lines[first]?.afterGap) {
    const joined = (lines[first - 1]?.text ?? '') + text
    if (!belongs(joined)) break
    text = joined
    first--
  }
  return { start: lines[first]?.start ?? 0, end: (lines[first]?.start ?? 0) + text.length, text: clean(text) }
}

/** The topmost title: the notice's, or the plan's where no notice stands above it. */
export function findTopTitle(lines: readonly HeadLine[]): Title | undefined {
  const i = lines.findIndex((line) => isTitle(clean(line.text)))
  if (i < 0) return undefined
  const line = lines[i]?.text ?? ''
  const opens = /关于|印发|人民政府|委员会|国务院|《|[办局厅]$/
  const title = withUpperLines(
    lines,
    i,
    (joined) => opens.test(joined.slice(0, 40)) && !isTitle(clean(joined.slice(0, joined.length - line.length))),
  )
  return withLowerLine(title, lines[i + 1])
}

/** A notice that does not say yet that it is one goes on in the next line: 关于印发甲县“十四五” | 人才规划的通知. */
function withLowerLine(title: Title, next: HeadLine | undefined): Title {
  if (!isFragment(next) || next.afterGap || next.start !== title.end || !/印发|转发/.test(title.text)) return title
  if (SAYS_NOTICE.test(title.text) || !SAYS_NOTICE.test(clean(next.text))) return title
  return { ...title, end: next.end, text: clean(title.text + next.text) }
}

const SAYS_NOTICE = /(?:通知|公告|函)$/

/** The plan's own title: the last one above the body, put together with its torn-off upper lines. */
export function findPlanTitle(lines: readonly HeadLine[], top: Title | undefined): Title | undefined {
  for (let i = lines.length - 1; i >= 0; i--) {
    const line = lines[i]
    if (!line || !isPlanTitle(clean(line.text)) || (top && line.start < top.end)) continue
    const named = (top?.text ?? '') + lines.map((other) => (other.text.includes('《') ? other.text : '')).join('')
    return withUpperLines(lines, i, (joined) => named.includes(clean(joined)))
  }
  return undefined
}

/** 甲市人民政府关于印发《乙方案》的通知 → 乙方案; anything else as it is. */
export function titleOfIssued(notice: string): string {
  const inner = isNoticeTitle(notice) ? ISSUED.exec(notice)?.[1] : undefined
  if (!inner) return notice
  const quoted = /^《([^《》]+)》$/.exec(inner)?.[1]
  return quoted ?? (inner.length >= 6 ? inner.replace(/^《|》$/g, '') : notice)
}
