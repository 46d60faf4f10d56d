import { lastDecisive, lastOfEach } from '#modules/programme/reports/contract.ts'
import { endOfCycle } from './end-of-cycle.ts'
import type { OpeningFact, ReportFact } from './facts.ts'

/** Whether something said speaks of how things stood at the end of a day: said after it, or the last word of the cycle the day lies in. */
export const speaksOf = ({ submittedOn, cycle }: Pick<ReportFact, 'submittedOn' | 'cycle'>, day: string): boolean =>
  submittedOn > day || endOfCycle(cycle) >= day

/**
 * Whether somebody has said that a thing due on a day was not done then. Nobody's word, a word from before, and 已完成 that waits
 * to be signed do not say so: whether it is done is then not known, and what is not known is never red. Where no agency spoke,
 * the office may have said it of how things stood at the beginning.
 */
export function isSaidUndone(words: readonly ReportFact[], day: string, opening?: OpeningFact): boolean {
  if (opening && (opening.said === 'under_way' || opening.said === 'not_started') && opening.saidOn > day) return true
  const decisive = lastDecisive(words)
  return [...lastOfEach(words).values()].some(
    (word) => speaksOf(word, day) && decisive.get(word.agencyId)?.state !== 'finished',
  )
}
