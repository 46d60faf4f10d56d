import { shortDay } from '#kernel/day.ts'
import { attachFiles } from '#modules/office/files/server/index.ts'
import { notify } from '#modules/office/notices/server/index.ts'
import { addTask, getProgrammeRow, loadContents, programmeErrors } from '#modules/programme/programmes/server/index.ts'
import { owned } from '#platform/database/same-row.ts'
import { implement } from '#platform/operation/implement.ts'
import { meetingContract } from '../contract.ts'
import { type Decision, decisionFateTitles, decisionFlow, inForce } from '../domain/decision.ts'
import { meetingErrors } from '../domain/errors.ts'
import type { Meeting } from '../domain/meeting.ts'
import { type Acting, assertNotDone, saveDecision, showDecision } from './change-decision.ts'
import { targetsInForce } from './figures-in-force.ts'
import { lockDecision } from './load-meeting.ts'

/** The decision becomes a task of the programme that no issue of the plan drops. */
export const placeDecision = implement(meetingContract.placeDecision, async (call) => {
  const { input, tx, actor, now, about } = call
  const { decision, meeting } = await lockDecision(tx, input.decisionId, actor)
  await assertNotDone(call, { decision, meeting })
  const fate = next(decision, 'place')
  const { words, owners, dueOn } = inForce(decision)
  const programme = await getProgrammeRow(tx, meeting.programmeId, actor)
  const [lead, ...others] = owners
  const agencies = lead
    ? [{ ...lead, role: 'lead' as const }, ...others.map((owner) => ({ ...owner, role: 'participant' as const }))]
    : []
  const source = { kind: 'meeting' as const, id: meeting.id, title: meeting.title }
  const dueText = decision.correction?.dueOn ? null : (decision.read.due?.text ?? null)
  const targets = await targetsInForce(tx, decision, meeting)
  const task = { title: input.title, text: words, dueOn, dueText, agencies, targets, source }
  const taskId = await addTask(call, programme, task)
  const placed: Decision = { ...decision, fate, taskId, settledBy: actor.name, settledAt: now }
  await tellOwners(call, { decision: placed, meeting })
  about(`会议“${meeting.title}”的议定事项`, { task: input.title })
  return saveDecision(call, { decision: placed, meeting })
})

export const joinDecision = implement(meetingContract.joinDecision, async (call) => {
  const { input, tx, actor, now, about } = call
  const { decision, meeting } = await lockDecision(tx, input.decisionId, actor)
  await assertNotDone(call, { decision, meeting })
  const fate = next(decision, 'join')
  const { tasks } = await loadContents(tx, owned(meeting.programmeId, actor))
  const task = tasks.find(({ id }) => id === input.taskId)
  if (!task) throw programmeErrors.taskElsewhere({})
  const joined: Decision = { ...decision, fate, taskId: task.id, settledBy: actor.name, settledAt: now }
  await tellOwners(call, { decision: joined, meeting })
  about(`会议“${meeting.title}”的议定事项`, { task: task.title })
  return saveDecision(call, { decision: joined, meeting })
})

export const setDecisionAside = implement(meetingContract.setDecisionAside, async (call) => {
  const { input, tx, actor, now, about } = call
  const { decision, meeting } = await lockDecision(tx, input.decisionId, actor)
  await assertNotDone(call, { decision, meeting })
  const fate = next(decision, 'setAside')
  about(`会议“${meeting.title}”的议定事项`, { reason: input.reason })
  return saveDecision(call, {
    decision: { ...decision, fate, reason: input.reason, settledBy: actor.name, settledAt: now },
    meeting,
  })
})

/** Undoes joining or setting aside; a task of its own stays, because others may have reported on it. */
export const reopenDecision = implement(meetingContract.reopenDecision, async (call) => {
  const { input, tx, actor, about } = call
  const { decision, meeting } = await lockDecision(tx, input.decisionId, actor)
  await assertNotDone(call, { decision, meeting })
  const fate = next(decision, 'reopen')
  about(`会议“${meeting.title}”的议定事项`, { reason: input.reason, before: decisionFateTitles[decision.fate] })
  const open: Decision = { ...decision, fate, taskId: null, reason: null, settledBy: null, settledAt: null }
  return saveDecision(call, { decision: open, meeting })
})

function next(decision: Decision, step: Parameters<typeof decisionFlow.can>[1]): Decision['fate'] {
  if (!decisionFlow.can(decision.fate, step))
    throw meetingErrors.decisionSettled({ fate: decisionFateTitles[decision.fate] })
  return decisionFlow.next(decision.fate, step)
}

/** Done with evidence: by an agency that owns it, or by the office. */
export const finishDecision = implement(meetingContract.finishDecision, async (call) => {
  const { input, tx, actor, today, about } = call
  const one = await lockDecision(tx, input.decisionId, actor)
  const { can, owners } = await showDecision(call, one)
  if (!can.finish.allowed)
    throw one.decision.doneOn === null ? meetingErrors.notTheirs({}) : meetingErrors.decisionDone({})
  const agencyIds = owners.flatMap(({ agencyId }) => agencyId ?? [])
  await attachFiles(tx, {
    fileIds: input.fileIds,
    actor,
    to: { kind: 'decision', id: one.decision.id },
    visibleTo: { agencyIds },
  })
  const done: Decision = { ...one.decision, doneOn: today, doneNote: input.note, doneBy: actor.name }
  about(`会议“${one.meeting.title}”的议定事项`, { note: input.note, files: input.fileIds.length })
  return saveDecision(call, { decision: done, meeting: one.meeting })
})

async function tellOwners(
  call: Acting,
  { decision, meeting }: { decision: Decision; meeting: Meeting },
): Promise<void> {
  const { words, owners, dueOn } = inForce(decision)
  const until = dueOn === null ? '' : `，${shortDay(dueOn)}前完成`
  for (const agencyId of new Set(owners.flatMap((owner) => owner.agencyId ?? [])))
    await notify(call, {
      to: { agencyId },
      kind: 'decisionAssigned',
      title: `${meeting.title}议定事项`.slice(0, 100),
      text: `${words}${until}`.slice(0, 1000),
      link: decision.taskId === null ? `/meetings/${meeting.id}` : `/tasks/${decision.taskId}`,
      key: `decision:${decision.id}:${decision.taskId ?? decision.fate}`,
    })
}
