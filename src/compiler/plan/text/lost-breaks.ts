import { type NumberKind, readNumber } from '../structure/numbering.ts'
import type { Line, ReadingText } from './reading-text.ts'
import { isTooLong } from './split-lines.ts'

/** A document that lost its line breaks is parted where its numbers say that a paragraph began. */

const CN = '[一二三四五六七八九十壹贰叁肆伍陆柒捌玖拾]{1,3}'
const PLACE = new RegExp(`第${CN}[编章节条]|${CN}[、.]|\\(${CN}\\)|(?<![\\d.第])\\d{1,2}[.、](?!\\d{4})`, 'g')
const AFTER_SENTENCE = /[。;!?:”)〕\]】]/
/** No number: 见附件2., 图1., the first of 一、二级. */
const NEVER_AFTER = /[第附件表图式的号版年月日至和及、(《“.\-—]/
/** A heading without a stop runs into the number below it. */
const HEADING = 40
/** Above the first number and below the last: a document number, those addressed, signature and date, a note, the plan's title. */
const EDGE_PLACE = new RegExp(
  [
    '(?<=(?:通知|意见|决定|公告|通报|函))(?=[一-龥]{2,12}〔\\d{4}〕\\d{1,4}号)',
    '(?<=〔\\d{4}〕\\d{1,4}号)(?=[一-龥])',
    '(?<=[。:])(?=[一-龥]{4,24}(?:政府|办公室|办公厅|局|委员会|厅)\\d{4}年\\d{1,2}月\\d{1,2}日)',
    '(?<=\\d月\\d{1,2}日)(?=\\(此件)',
    '(?<=\\(此件[^()]{2,12}\\))|(?<=\\d月\\d{1,2}日)(?=[一-龥]{4,40}(?:方案|计划|规划|要点|意见|措施|办法))',
    '(?<=(?:方案|计划|规划|要点|意见|措施|办法)(?:\\([^()]{4,16}\\))?)(?=为(?!期|主|了?解)|根据|按照|贯彻|近年来)',
  ].join('|'),
  'g',
)

function placesIn(text: string, line: Line): number[] {
  const { start, end } = line
  const places: number[] = []
  const last = new Map<NumberKind, number>()
  const words = text.slice(start, end)
  for (const { index } of words.matchAll(PLACE)) {
    const at = start + index
    const token = index > 0 ? readNumber(text, at) : undefined
    if (!token) continue
    const before = text[at - 1] ?? ''
    const isHeaded = at - (places.at(-1) ?? start - HEADING) <= HEADING
    const isNext = token.ordinal === (last.get(token.kind) ?? 0) + 1 && (token.kind !== 'num' || token.ordinal > 1)
    const fits = (isHeaded && token.ordinal === 1) || isNext
    if (!AFTER_SENTENCE.test(before) && (!fits || NEVER_AFTER.test(before))) continue
    places.push(at)
    last.set(token.kind, token.ordinal)
  }
  const inside = (at: number): boolean => at > (places[0] ?? line.end) && at < (places.at(-1) ?? 0)
  const around = [...words.matchAll(EDGE_PLACE)].map(({ index }) => start + index).filter((at) => !inside(at))
  return [...new Set([...around, ...places])].sort((a, b) => a - b)
}

/** Parts lines that hold more than a paragraph; `lost` are those it parted. */
export function restoreBreaks(reading: ReadingText): { reading: ReadingText; lost: Line[] } {
  const lost: Line[] = []
  const lines = reading.lines.flatMap((line) => {
    if (!isTooLong(line.end - line.start, reading.lines.length)) return [line]
    const bounds = [line.start, ...placesIn(reading.text, line), line.end]
    if (bounds.length > 2) lost.push(line)
    return bounds.slice(1).map((end, i) => {
      const start = bounds[i] ?? line.start
      return { ...line, start, end, width: 2 * (end - start), afterGap: line.afterGap && i === 0 }
    })
  })
  return { reading: lost.length > 0 ? { ...reading, lines } : reading, lost }
}
