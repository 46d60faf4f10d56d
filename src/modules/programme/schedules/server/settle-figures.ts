import { loadCalendar } from '#modules/office/organisations/server/index.ts'
import type { Tx } from '#platform/database/tx.ts'
import type { Call } from '#platform/operation/implement.ts'
import { scheduleMoved } from '../contract.ts'
import { type FigureFound, readFigures } from '../domain/figure-nodes.ts'
import type { Claim, Step } from '../domain/step.ts'
import { settle } from '../domain/task-schedule.ts'
import { findNewest } from './load-schedules.ts'
import { record, revisionOf } from './record-revisions.ts'

/** The marks of a task's schedule that figures make done, with the figures they stand for. */
export async function listFigureMarks(
  tx: Tx,
  taskId: string,
  divisionCode: string,
): Promise<{ stepId: string; claim: Claim }[]> {
  const row = await findNewest(tx, taskId, divisionCode)
  if (!row || row.kind === 'dropped') return []
  return row.steps.flatMap(({ id: stepId, claim }) => (claim === null ? [] : [{ stepId, claim }]))
}

/** Takes over what signed reports say of a task's figures: marks reached are done on the day, those that no longer are open again. */
export async function settleFigures(
  call: Pick<Call<unknown>, 'tx' | 'actor' | 'now' | 'emit'>,
  taskId: string,
  found: readonly FigureFound[],
): Promise<void> {
  const { tx, actor } = call
  const row = await findNewest(tx, taskId, actor.divisionCode)
  const steps = row && row.kind !== 'dropped' ? readFigures(row.steps, row.dates, found) : undefined
  if (!row || !steps) return
  const changed = steps.filter((step, i) => step !== row.steps[i])
  const fell = changed.filter(({ done }) => done === null)
  const reason = changed.map(wordsOf).join('；')
  const { programmeId, number: after } = row
  const kind = fell.length > 0 ? 'figureFell' : 'figureReached'
  const state = settle({ ...row, steps }, await loadCalendar(tx, actor.divisionCode))
  await record(tx, [revisionOf(state, { programmeId, taskId, after, kind, reason }, call)])
  await call.emit(scheduleMoved, { programmeId, taskId })
}

const wordsOf = ({ title, done }: Step): string =>
  done === null
    ? `“${title}”按签批的数字不足，节点重新打开`
    : `“${title}”于 ${done.on} 达到，依据${done.proof?.words ?? ''}`
