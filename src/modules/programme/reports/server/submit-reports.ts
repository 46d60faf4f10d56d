import { and, eq } from 'drizzle-orm'
import type { z } from 'zod'
import type { OutputOf } from '#kernel/contract.ts'
import { groupBy } from '#kernel/group-by.ts'
import { newId } from '#kernel/ids.ts'
import { getTaskRow } from '#modules/programme/programmes/server/index.ts'
import { answerQuestions } from '#modules/programme/reporting/server/index.ts'
import { sameRow } from '#platform/database/same-row.ts'
import { type Call, implement } from '#platform/operation/implement.ts'
import { reportContract } from '../contract.ts'
import { boundSeconds } from '../domain/burden.ts'
import { reportErrors } from '../domain/errors.ts'
import type { Outcome, Submission } from '../domain/report.ts'
import { openReports, type ProgrammeReports } from './open-reports.ts'
import { type Submitting, submitOne } from './submit-one.ts'
import { submissions } from './tables.ts'

type Input = z.output<typeof reportContract.submitReports.input>
type Receipt = OutputOf<typeof reportContract.submitReports>

/**
 * Hands in all answers of a press at once, each with its own outcome: one that is refused holds up no other. The press
 * is known by its key; the same again, after a lost line or from a second tab, is answered as the first was.
 */
export const submitReports = implement(reportContract.submitReports, async (call): Promise<Receipt> => {
  const { input, tx, actor, now, about } = call
  if (actor.agencyId === null) throw reportErrors.noAgency({})
  const submission: Submission = {
    id: newId(now.getTime()),
    divisionCode: actor.divisionCode,
    userId: actor.userId,
    clientKey: input.clientKey,
    agencyId: actor.agencyId,
    submittedAt: now,
    seconds: boundSeconds(input.seconds),
    cells: 0,
    outcomes: [],
  }
  const [begun] = await tx.insert(submissions).values(submission).onConflictDoNothing().returning()
  if (!begun) return repeat(call)
  const { outcomes, cells } = await submitAll(call, { submissionId: submission.id, agencyId: actor.agencyId })
  await answerQuestions(call, actor.agencyId)
  await tx.update(submissions).set({ outcomes, cells }).where(sameRow(submissions, submission))
  const taken = outcomes.filter(({ reportId }) => reportId !== null).length
  about(`报送 ${taken} 项任务`, { refused: outcomes.length - taken, seconds: submission.seconds })
  return { submissionId: submission.id, outcomes, repeated: false }
})

async function repeat({ input, tx, actor }: Call<Input>): Promise<Receipt> {
  const mine = and(
    eq(submissions.divisionCode, actor.divisionCode),
    eq(submissions.userId, actor.userId),
    eq(submissions.clientKey, input.clientKey),
  )
  const [first] = await tx.select().from(submissions).where(mine)
  if (!first) throw reportErrors.reportNotFound({})
  return { submissionId: first.id, outcomes: first.outcomes, repeated: true }
}

async function submitAll(
  call: Call<Input>,
  of: { submissionId: string; agencyId: string },
): Promise<{ outcomes: Outcome[]; cells: number }> {
  const { input, tx, actor, now } = call
  const programmes = new Map<string, string>()
  for (const { taskId } of input.answers) programmes.set(taskId, (await getTaskRow(tx, taskId, actor)).programmeId)
  const openedOf = new Map<string, ProgrammeReports>()
  for (const [programmeId, tasks] of groupBy(programmes, ([, of]) => of)) {
    const taskIds = tasks.map(([taskId]) => taskId)
    openedOf.set(programmeId, await openReports(tx, programmeId, { actor, now, agencyIds: [of.agencyId], taskIds }))
  }
  const outcomes: Outcome[] = []
  let cells = 0
  for (const answered of input.answers) {
    const opened = openedOf.get(programmes.get(answered.taskId) ?? '')
    if (!opened) continue
    const submitting: Submitting = { opened, answered, ...of }
    const { outcome, asked } = await submitOne(call, submitting)
    outcomes.push(outcome)
    cells += asked
  }
  return { outcomes, cells }
}
