import { findProgrammeRow } from '#modules/programme/programmes/server/index.ts'
import { reportCorrected, reportReturned, reportSigned } from '#modules/programme/reports/contract.ts'
import { scheduleMoved } from '#modules/programme/schedules/contract.ts'
import { listFigureMarks, settleFigures } from '#modules/programme/schedules/server/index.ts'
import { type Call, listen } from '#platform/operation/implement.ts'
import { figureReached } from '../domain/figure-reached.ts'
import { layOut } from '../domain/judge-programme.ts'
import { loadFacts } from './load-facts.ts'
import { findPart } from './standing-rows.ts'

/** Reads the figures a task's marks stand for from what is signed, and has the schedule follow. */
async function readMarks(
  { programmeId, taskId }: { programmeId: string; taskId: string },
  call: Call<unknown>,
): Promise<void> {
  const { tx, actor, today } = call
  const marks = await listFigureMarks(tx, taskId, actor.divisionCode)
  if (marks.length === 0) return
  const programme = await findProgrammeRow(tx, { id: programmeId, divisionCode: actor.divisionCode })
  if (!programme) return
  const alone = { taskIds: [taskId], overall: [], saidIn: [taskId] }
  const { facts } = await loadFacts(tx, programme, today, (await findPart(tx, programme, [taskId])) ?? alone)
  const signed = facts.reports.filter(({ signedOn }) => signedOn !== null)
  const { targetCases } = layOut({ ...facts, reports: signed, outside: [] }, today)
  const found = marks.flatMap(({ stepId, claim }) => {
    const of = targetCases.get(claim.targetId)
    return of ? [{ stepId, reached: figureReached(of, claim) }] : []
  })
  await settleFigures(call, taskId, found)
}

const effect = 'the marks of the task’s schedule that stand for a figure follow what is signed'

export const readFigures = [
  listen(reportSigned, effect, readMarks),
  listen(reportReturned, effect, readMarks),
  listen(reportCorrected, effect, readMarks),
  listen(scheduleMoved, effect, readMarks),
]
