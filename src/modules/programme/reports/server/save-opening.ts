import { newId } from '#kernel/ids.ts'
import { getProgrammeRow } from '#modules/programme/programmes/server/index.ts'
import { markStepsDone } from '#modules/programme/schedules/server/index.ts'
import { holdSubject } from '#platform/database/hold-subject.ts'
import { type Call, implement } from '#platform/operation/implement.ts'
import { reportContract } from '../contract.ts'
import {
  checkOpening,
  isSameOpening,
  type OpeningAnswer,
  type OpeningSubject,
  titleOf,
} from '../domain/check-opening.ts'
import { reportErrors } from '../domain/errors.ts'
import { type Opening, openingMark, openingTitles } from '../domain/opening.ts'
import { openSheet } from './opening-sheet.ts'
import { openings } from './tables.ts'

export const getOpening = implement(reportContract.getOpening, async ({ input, tx, actor, now }) => {
  const { sheet } = await openSheet(tx, { programmeId: input.programmeId, actor, now })
  return sheet
})

/** What is stated is kept with who stated it and when; what is known already, and what nobody may change any more, is not. */
export const saveOpening = implement(reportContract.saveOpening, async (call) => {
  const { input, about } = call
  const programme = await getProgrammeRow(call.tx, input.programmeId, call.actor)
  const taken = await takeOpenings(call, { programmeId: programme.id, answers: input.answers })
  for (const { subjectId, done } of input.answers)
    if (done.length > 0) await markStepsDone(call, { taskId: subjectId, done, occasion: openingMark })
  about(`《${programme.title}》期初情况 ${taken.length} 项`, { 内容: taken })
  return { saved: taken.length }
})

interface Taking {
  programmeId: string
  answers: readonly OpeningAnswer[]
}

type Doing = Pick<Call<unknown>, 'tx' | 'now' | 'today'> & {
  actor: Pick<Call<unknown>['actor'], 'divisionCode' | 'userId' | 'name'>
}

/** @returns what was new in it, in words */
export async function takeOpenings(call: Doing, { programmeId, answers }: Taking): Promise<string[]> {
  const { tx, actor, now, today } = call
  await holdSubject(tx, `opening:${programmeId}`)
  const { subjects } = await openSheet(tx, { programmeId, actor, now })
  const taken: { answer: OpeningAnswer; subject: OpeningSubject }[] = []
  for (const answer of answers) {
    const subject = subjects.get(answer.subjectId)
    if (!subject) throw reportErrors.openingUnknown({})
    if (isSameOpening(answer, subject.shown.opening)) continue
    checkOpening(answer, subject, today)
    taken.push({ answer, subject })
  }
  const { divisionCode, userId: saidById, name: saidBy } = actor
  const rows = taken.map(({ answer }): Opening => {
    const { done: _, ...said } = answer
    return { ...said, id: newId(now.getTime()), divisionCode, programmeId, saidById, saidBy, saidAt: now }
  })
  if (rows.length > 0) await tx.insert(openings).values(rows)
  return taken.map(({ answer, subject }) => `${titleOf(subject)}：${inWords(answer)}`)
}

const inWords = ({ said, on, value }: OpeningAnswer): string =>
  [openingTitles[said], value, on].filter((part) => part !== null).join(' ')
