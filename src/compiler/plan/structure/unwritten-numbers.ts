import type { FoundClause } from '../responsibility/parse-clause.ts'
import type { Paragraph } from '../text/paragraphs.ts'
import { NUMBER_KINDS, type NumberKind, type NumberToken, rankOf } from './numbering.ts'
import { headingRole } from './section-role.ts'
import { isTitle } from './title-shape.ts'

/** Headings and tasks without a number get one nobody wrote, which the rest of the compiler goes by. */

const HEADING = /^[^。;!?,:()〔〕[【】\]〈〉]{2,30}$/
const DATED = /\d年|^\d/
const TOP = /任务|措施|重点|步骤|举措|工作安排/
/** 清理岸线。拆除违建…… */
const ITEM = /^[^。,;:]{2,24}。./
/** 河道整治行动 may head a section as well. */
const NAMES_PLAN = /方案|计划|规划|要点|意见|办法|清单|细则|纲要|通知|若干/
const HEAD_REACH = 40
/** One short line makes no outline. */
const FEWEST = 2

const unwritten = (kind: NumberKind, ordinal: number): NumberToken => ({ kind, ordinal, text: '', length: 0 })

/** In a plan without any number headings are told by their shape, tasks by a title that runs in; gives those found. */
export function numberByShape(text: string, paragraphs: readonly Paragraph[]): Paragraph[] {
  if (paragraphs.some(({ number }) => number !== undefined)) return []
  const words = paragraphs.map(({ start, end }) => text.slice(start, Math.min(end, start + 160)))
  const body = words.slice(0, HEAD_REACH).findLastIndex((line) => isTitle(line) && NAMES_PLAN.test(line)) + 1
  const isHeading = (i: number): boolean => {
    const [line = '', next = ''] = [words[i], words[i + 1]]
    return i >= body && HEADING.test(line) && !DATED.test(line) && next !== '' && !DATED.test(next)
  }
  if (words.filter((_, i) => isHeading(i)).length < FEWEST) return []
  const counts = new Map<NumberKind, number>()
  const give = (i: number, kind: NumberKind, below: readonly NumberKind[]): void => {
    const paragraph = paragraphs[i]
    if (!paragraph) return
    const ordinal = (counts.get(kind) ?? 0) + 1
    counts.set(kind, ordinal)
    for (const lower of below) counts.delete(lower)
    paragraph.number = unwritten(kind, ordinal)
  }
  let heads = false
  let open = false
  for (let i = body; i < words.length; i++) {
    const line = words[i] ?? ''
    if (isHeading(i)) {
      const isTop = headingRole(line) !== 'main' || TOP.test(line) || isHeading(i + 1) || !heads
      if (isTop) heads = isHeading(i + 1)
      give(i, isTop ? 'cn' : 'cnParen', isTop ? ['cnParen', 'num'] : ['num'])
      open = headingRole(line) !== 'goal'
    } else if (open && ITEM.test(line) && (ITEM.test(words[i + 1] ?? '') || paragraphs[i - 1]?.number?.kind === 'num'))
      give(i, 'num', [])
  }
  return paragraphs.filter(({ number }) => number)
}

/** A paragraph that says less than this beside its bracket is no task. */
const LEAST_WORDS = 12

/**
 * Under a heading without numbered items, paragraphs that each end with who is responsible are tasks of their own:
 * 加快岸线整治。……（责任单位：……）\n推进河道清淤。……（责任单位：……）. Only in text whose lines are the author's: in torn text a
 * paragraph's end is a guess.
 */
export function numberByClause(
  paragraphs: readonly Paragraph[],
  clauses: ReadonlyMap<number, readonly FoundClause[]>,
): void {
  const isItem = (i: number): boolean => {
    const [paragraph, last] = [paragraphs[i], clauses.get(i)?.at(-1)]
    if (!paragraph || paragraph.number || !last?.bracketed) return false
    return paragraph.end - last.outerEnd <= 1 && last.outerStart - paragraph.start >= LEAST_WORDS
  }
  const numbered = paragraphs.flatMap(({ number }, i) => (number ? [{ at: i, rank: rankOf(number) }] : []))
  numbered.forEach(({ at, rank }, k) => {
    const next = numbered[k + 1]
    if ((next && next.rank > rank) || rank >= NUMBER_KINDS.indexOf('numParen') || clauses.has(at)) return
    const items = paragraphs.slice(at + 1, next?.at).filter((_, i) => isItem(at + 1 + i))
    if (items.length < FEWEST) return
    for (const [i, item] of items.entries()) item.number = unwritten('numParen', i + 1)
  })
}
