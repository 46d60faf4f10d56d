import { z } from 'zod'
import type { Questioned } from '#modules/programme/plans/contract.ts'
import { whyImpossible } from './check-answer.ts'
import { reportErrors } from './errors.ts'
import { Opening } from './opening.ts'
import type { OpeningFigure, OpeningTask } from './views/opening-view.ts'

/** What is stated of one task or figure; 撤回 takes back what was. */
export const OpeningAnswer = Opening.pick({
  subjectId: true,
  said: true,
  on: true,
  value: true,
  undone: true,
  from: true,
}).extend({
  from: z.string().trim().max(300, '依据最多 300 个字，请缩短。'),
  /** Steps that were done, and when. */
  done: z.array(z.object({ stepId: z.string(), on: z.iso.date() })).max(50),
})
export type OpeningAnswer = z.infer<typeof OpeningAnswer>

/** What is spoken of: a task or a figure as the sheet shows it, and of a figure its target. */
export type OpeningSubject =
  | { kind: 'task'; shown: OpeningTask }
  | { kind: 'figure'; shown: OpeningFigure; target: Questioned & { unit: string } }

export const titleOf = (subject: OpeningSubject): string =>
  subject.kind === 'task' ? subject.shown.title : subject.shown.label

/** Refuses what cannot be taken as it stands. */
export function checkOpening(answer: OpeningAnswer, subject: OpeningSubject, today: string): void {
  const title = titleOf(subject)
  if (subject.shown.isReported) throw reportErrors.openingOver({ title })
  if (answer.said === 'withdrawn') return
  if ((subject.kind === 'task') === (answer.said === 'figure')) throw reportErrors.openingUnknown({})
  const days = [answer.on, ...answer.done.map(({ on }) => on)]
  if (days.some((on) => on !== null && on > today)) throw reportErrors.openingAhead({ title })
  if (subject.kind === 'figure') checkFigure(answer, subject)
}

function checkFigure({ value, on, from }: OpeningAnswer, { shown, target }: OpeningSubject & { kind: 'figure' }): void {
  const { label: indicator, ask } = shown
  if (value === null || on === null) throw reportErrors.openingUndated({ indicator })
  if (from.length < 2) throw reportErrors.openingUnfounded({ indicator })
  const why = whyImpossible(value, { ...target, ask })
  if (why) throw reportErrors.impossibleFigure({ indicator, why })
}

/** Whether what is said is what is known already. */
export function isSameOpening(
  answer: OpeningAnswer,
  known: Pick<Opening, 'said' | 'on' | 'value' | 'undone' | 'from'> | null,
): boolean {
  if (!known) return answer.said === 'withdrawn'
  const gist = ({ said, on, value, undone, from }: typeof known) =>
    JSON.stringify([said, on, value, [...undone].sort(), from])
  return gist(answer) === gist(known)
}
