import { newId } from '#kernel/ids.ts'
import {
  findTarget,
  getProgrammeRow,
  getTaskRow,
  listOwnAgencyIds,
  loadTasks,
} from '#modules/programme/programmes/server/index.ts'
import { holdSubject } from '#platform/database/hold-subject.ts'
import { ofRow, owned, sameRow } from '#platform/database/same-row.ts'
import { type Call, implement, implementForm } from '#platform/operation/implement.ts'
import { reportingContract } from '../contract.ts'
import { usualSource } from '../domain/asked-targets.ts'
import { rhythmOn } from '../domain/cycle.ts'
import { checkDelegation, delegationChoices, endOf, refuseSecondDelegation } from '../domain/delegate.ts'
import { reportingErrors } from '../domain/errors.ts'
import { viewReporting } from './get-reporting.ts'
import { listSources } from './list-sources.ts'
import { loadReporting } from './load-reporting.ts'
import { delegations, outsideValues, reportingSettings, targetSources } from './tables.ts'

const keptBy = ({ actor, now }: Pick<Call<unknown>, 'actor' | 'now'>) => ({
  id: newId(now.getTime()),
  divisionCode: actor.divisionCode,
  savedBy: actor.name,
  savedAt: now,
})

async function currentReporting({
  input,
  tx,
  actor,
  now,
  today,
}: Pick<Call<{ programmeId: string }>, 'input' | 'tx' | 'actor' | 'now' | 'today'>) {
  const reporting = await loadReporting(tx, await getProgrammeRow(tx, input.programmeId, actor), now)
  if (!reporting) return {}
  const { rhythms, asksMeasures, settings } = reporting
  // However many were set: one that holds from a later day is a change too.
  return { ...rhythmOn(rhythms, today), withMeasures: asksMeasures(today), settings: settings.length }
}

/** A new rhythm from a day on; what was due before stays as it was. */
export const saveReporting = implementForm(reportingContract.saveReporting, currentReporting, async (call) => {
  const { input, tx, actor, today, about } = call
  const programme = await getProgrammeRow(tx, input.programmeId, actor)
  if (input.holdsFrom < today) throw reportingErrors.settingPast({ today })
  await tx.insert(reportingSettings).values({ ...keptBy(call), ...input })
  const { every, dueDay, dueIn, restDay, holdsFrom, reason } = input
  about(`工作方案《${programme.title}》报送周期`, { every, dueDay, dueIn, restDay, holdsFrom, reason })
  return viewReporting(call, programme.id)
})

async function getTarget({ tx, actor }: Call<unknown>, of: { programmeId: string; targetId: string }) {
  const programme = await getProgrammeRow(tx, of.programmeId, actor)
  const target = await findTarget(tx, programme, of.targetId)
  if (!target) throw reportingErrors.targetNotFound({})
  return target
}

export const setTargetSource = implementForm(
  reportingContract.setTargetSource,
  async (call) => {
    const target = await getTarget(call, call.input)
    const last = (await listSources(call.tx, owned(call.input.programmeId, call.actor))).findLast(
      ({ targetId }) => targetId === target.id,
    )
    const { source, from } = last ?? usualSource(target)
    return { source, from }
  },
  async (call) => {
    const { input, tx, about } = call
    const target = await getTarget(call, input)
    const from = input.source === 'agency' ? null : input.from
    await tx.insert(targetSources).values({ ...keptBy(call), ...input, from })
    about(`目标“${target.indicator.text}”的数据来源`, { source: input.source, from })
    return viewReporting(call, input.programmeId)
  },
)

export const recordOutsideValue = implement(reportingContract.recordOutsideValue, async (call) => {
  const { input, tx, about } = call
  const target = await getTarget(call, input)
  await tx.insert(outsideValues).values({ ...keptBy(call), ...input })
  const { value, on, from } = input
  about(`目标“${target.indicator.text}”的外部数据`, { value, on, from })
  return viewReporting(call, input.programmeId)
})

export const delegateTask = implement(reportingContract.delegateTask, async (call) => {
  const { input, tx, actor, about } = call
  const { programmeId, id: taskId } = await getTaskRow(tx, input.taskId, actor)
  const task = (await loadTasks(tx, owned(programmeId, actor), [taskId])).tasks.find(({ id }) => id === taskId)
  const own = actor.role === 'office' ? null : await listOwnAgencyIds(tx, actor)
  checkDelegation(input, task ? delegationChoices(task, own) : { from: [], to: [] })
  await holdSubject(tx, `delegation:${taskId}`)
  const given = await tx
    .select()
    .from(delegations)
    .where(ofRow(delegations.taskId, owned(taskId, actor)))
  refuseSecondDelegation(input, given)
  await tx.insert(delegations).values({ ...keptBy(call), ...input, programmeId })
  about(`任务“${task?.title ?? ''}”的填报`, { to: input.toAgencyId, reason: input.reason })
  return viewReporting(call, programmeId)
})

/** It ends with the day before; what was reported under it stays. */
export const endDelegation = implement(reportingContract.endDelegation, async (call) => {
  const { input, tx, actor, today, about } = call
  const mine = sameRow(delegations, owned(input.delegationId, actor))
  const [given] = await tx.select().from(delegations).where(mine).for('update')
  if (!given) throw reportingErrors.delegationNotFound({})
  const own = actor.role === 'office' ? null : await listOwnAgencyIds(tx, actor)
  if (own && !own.includes(given.fromAgencyId)) throw reportingErrors.notLead({})
  await tx
    .update(delegations)
    .set({ toOn: endOf(given, today) })
    .where(mine)
  about('委托填报', { delegationId: given.id })
  return viewReporting(call, given.programmeId)
})
