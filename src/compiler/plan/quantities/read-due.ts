import type { Due } from '../../compiled-plan.ts'
import type { Passage } from '../passage.ts'
import { lastDay } from './calendar.ts'
import type { QuantityContext } from './context.ts'
import { findTimes, type TimeWord } from './times.ts'

const LABEL = /(?:完成|办结|整改|推进|实施|落实)?(?:时限|期限|时间)(?:要求|节点|安排)?\s?[:为]\s?/
const ONGOING = /持续推进|长期坚持|长期推进|常态化(?:推进|开展|实施)?|长期|持续实施|持续/
const ONGOING_ALONE = /(?:[(,;:、]|^)\s?(?:并|且)?(?:持续推进|长期坚持|长期推进|常态化推进|持续实施)\s?(?=[),;。]|$)/
const IMMEDIATE = /即时|立即|立行立改|即知即改|马上/
/** A mark that is not closed within so many characters was never to be. */
const TITLE = /《[^》]{0,200}》|〔[^〕]{0,200}〕/g

interface Found {
  start: number
  end: number
  kind: Due['kind']
  on: string | null
  inferred: boolean
}

const blank = (text: string): string => text.replace(TITLE, (title) => '□'.repeat(title.length))

const found = (word: TimeWord, context: QuantityContext): Found => ({
  start: word.start,
  end: word.end,
  kind: word.kind === 'span' ? 'year' : word.kind,
  on: lastDay(word, context),
  inferred: word.year === null && word.length === null,
})

const DOES =
  /^\s?(?:内|必须|务必)?(?:完成|建成|建立|出台|印发|制定|形成|实现|启动|开工|竣工|投用|上线|落实|办结|到位|取得|达到|验收|报送|开展)/

/** 到2025年, 6月底前, 一季度完成 and a date standing alone set a deadline; 2022年, 截至2021年底 and 较2020年 do not. */
const setsDeadline = (word: TimeWord, text: string): boolean => {
  if (word.length !== null && word.text.includes('之日起')) return true
  if (word.cue === 'as_of' || word.cue === 'from' || word.cue === 'compared' || word.kind === 'span') return false
  // 全年新建120座,其中6月底前建成60座: the day of a part is not that of the whole.
  if (/(?:^|[,;。])其中[^,;。]*$/.test(text.slice(Math.max(0, word.start - 12), word.start))) return false
  const after = text.slice(word.end, word.end + 6)
  if (/^\s?(?:以来|起|开始|来)/.test(after)) return false
  if (word.length)
    return (
      ['year', 'month'].includes(word.length.unit) &&
      /(?:力争|争取|确保|用|在)\s?$/.test(text.slice(Math.max(0, word.start - 3), word.start))
    )
  if (word.closed || word.cue === 'by' || text.trim() === word.text.trim()) return true
  return word.kind !== 'year' && DOES.test(after)
}

function labelled(text: string, context: QuantityContext): Found | null {
  const label = LABEL.exec(text)
  if (!label) return null
  const from = label.index + label[0].length
  const rest = text.slice(from, from + 40)
  const stop = rest.search(/[;。)]/)
  const words = stop < 0 ? rest : rest.slice(0, stop)
  const dated = findTimes(words).map((word) => found(word, context))
  const last = dated.at(-1)
  const place = (start: number, end: number) => ({ start: start + from, end: end + from })
  if (last) return { ...last, ...place(last.start, last.end) }
  for (const [pattern, kind] of [
    [IMMEDIATE, 'immediate'],
    [ONGOING, 'ongoing'],
  ] as const) {
    const hit = pattern.exec(words)
    if (hit) return { ...place(hit.index, hit.index + hit[0].length), kind, on: null, inferred: false }
  }
  return null
}

function ongoing(text: string): Found | null {
  const hit = ONGOING_ALONE.exec(text)
  if (!hit) return null
  const words = hit[0].replace(/^[(,;:、\s]+/, '').trimEnd()
  const start = hit.index + hit[0].indexOf(words)
  return { start, end: start + words.length, kind: 'ongoing', on: null, inferred: false }
}

/**
 * The deadline of a task: after a label (完成时限：…) whatever stands there, otherwise the latest of the dates the text
 * sets (…底前, 到…年, 印发之日起…内), otherwise 持续推进 or 长期坚持 standing alone.
 */
export function readDue(passage: Passage, context: QuantityContext): Due | null {
  const text = blank(passage.text)
  const dated = findTimes(text)
    .filter((word) => setsDeadline(word, text))
    .map((word) => found(word, context))
    .sort((a, b) => (a.on ?? '').localeCompare(b.on ?? ''))
  const due = labelled(text, context) ?? dated.at(-1) ?? ongoing(text)
  if (!due) return null
  const words = passage.text.slice(due.start, due.end)
  return {
    text: words.trim(),
    span: passage.span(due.start, due.end),
    on: due.on,
    kind: due.kind,
    ...(due.inferred && due.on !== null ? { inferred: true } : {}),
  }
}
