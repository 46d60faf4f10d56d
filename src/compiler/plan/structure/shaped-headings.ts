import type { Paragraph } from '../text/paragraphs.ts'
import type { NumberKind } from './numbering.ts'
import { headingRole } from './section-role.ts'
import { isTitle } from './title-shape.ts'

/** A plan without any number: its headings are told by their shape, and get numbers nobody wrote. */

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

/** Gives headings and the paragraphs that open with a title of their own the numbers the rest of the compiler goes by; gives these. */
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
    paragraph.number = { kind, ordinal, text: '', length: 0 }
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
