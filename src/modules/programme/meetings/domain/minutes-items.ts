import type { MinutesSentence } from './minutes-text.ts'
import { placeIn } from './source-place.ts'

/** Whatever minutes put before an item of a list: 一是, 第二，, 其三，, 首先，, 4., （五）, ⑥, A., 一个圆点; not 一、二级, 9:30, 1.2亿元 or 第一季度. */
const CN = '[一二三四五六七八九十]{1,3}'
const SPOKEN = `${CN}是(?!否)|${CN}要(?![素点件害闻])|第${CN}[,，、:：是要]|其[一二三四五六七八九][,，、:：是要]|(?:首先|其次|再次|最后|此外|另外)(?:[,，、:：]|是|要)`
const WRITTEN = `[(（]\\s?(?:${CN}|\\d{1,2}|[a-zA-Z]|[ivxIVX]{1,4})\\s?[)）][、.]?|${CN}、(?!${CN})|(?:事项|议题|任务|意见)(?:${CN}|\\d{1,2})[:：、.]|\\d{1,2}(?:[)）、]|[.．:：-](?!\\d)|\\s)|(?:[A-Z]|[a-z]|[ivx]{1,4})[.．)）、]|[①-⑳⑴-⒛㈠-㈩❶-❿Ⅰ-ⅻ][.、]?|[-–—·•●○■□◆◇▲△★☆√✓✔*>➢]+`
const MARK = new RegExp(`^\\s*(?:${SPOKEN}|${WRITTEN})\\s*`)
const OPENER =
  /^(?=会议|经|与会|现将|大家|一致|形成|达成|议定|明确|决定)[^。;:：]{0,40}?(?:议定|明确|决定|确定|要求|如下|以下|意见|共识)[^。;,，:：]{0,16}[:：]|^[^。;,:]{2,10}:(?=\s*[-–—·•●○■□◆*>➢✓])/

export const isMarked = (reads: string): boolean => MARK.test(reads)

export const withoutMark = (words: string): string => words.replace(MARK, '')

/** What opens a list apart from the first item that runs on from it: 会议议定：一是……. */
export function itemsOf(sentence: MinutesSentence, text: string): MinutesSentence[] {
  const { reads } = sentence
  const opener = OPENER.exec(reads)?.[0].length ?? 0
  if (opener === 0 || opener === reads.length) return [sentence]
  return [pieceOf(sentence, text, [0, opener]), pieceOf(sentence, text, [opener, reads.length])]
}

/** `reads` and `written` have one length, so a cut of the one is a cut of the other. */
function pieceOf(sentence: MinutesSentence, text: string, [from, to]: readonly [number, number]): MinutesSentence {
  const span = placeIn(text, sentence, [from, to])
  const within = ({ span: [start, end] }: { span: readonly [number, number] }) => start >= span[0] && end <= span[1]
  return {
    ...sentence,
    span,
    written: sentence.written.slice(from, to),
    reads: sentence.reads.slice(from, to),
    agencies: sentence.agencies.filter(within),
    targets: sentence.targets.filter(({ valueSpan }) => within({ span: valueSpan })),
    due: sentence.due && within(sentence.due) ? sentence.due : null,
  }
}
