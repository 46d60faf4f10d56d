import { eq } from 'drizzle-orm'
import { attachFiles } from '#modules/files/server/index.ts'
import { notify } from '#modules/notices/server/index.ts'
import { getAgencyNames } from '#modules/organisations/server/index.ts'
import { compileText } from '#modules/plans/server/index.ts'
import { addTask, getProgrammeRow, loadContents } from '#modules/programmes/server/index.ts'
import type { Tx } from '#platform/database/tx.ts'
import { type Call, implement } from '#platform/operation/implement.ts'
import { type DecisionView, meetingContract } from '../contract.ts'
import { readSelected } from '../domain/compile-minutes.ts'
import { type Decision, type DecisionOwner, decisionFateTitles, decisionFlow, inForce } from '../domain/decision.ts'
import { meetingErrors } from '../domain/errors.ts'
import { type Meeting, minutesNumberOf } from '../domain/meeting.ts'
import { decisionRows } from './keep-minutes.ts'
import { lockDecision, lockMeeting } from './load-meeting.ts'
import { decisions } from './tables.ts'
import { loadGround, viewDecisions } from './view-decision.ts'

type Acting = Pick<Call<unknown>, 'tx' | 'actor' | 'now' | 'today'>

async function show(call: Acting, one: { decision: Decision; meeting: Meeting }): Promise<DecisionView> {
  const ground = await loadGround(call.tx, one.meeting.programmeId, call)
  const [view] = await viewDecisions(call.tx, [one], ground)
  if (!view) throw meetingErrors.decisionNotFound({})
  return view
}

async function save(call: Acting, one: { decision: Decision; meeting: Meeting }): Promise<DecisionView> {
  await call.tx.update(decisions).set(one.decision).where(eq(decisions.id, one.decision.id))
  return show(call, one)
}

function assertChangeable(meeting: Meeting): void {
  const number = minutesNumberOf(meeting)
  if (number !== null) throw meetingErrors.minutesIssued({ number })
}

async function assertNotDone(
  call: Acting,
  { decision, meeting }: { decision: Decision; meeting: Meeting },
): Promise<void> {
  if ((await show(call, { decision, meeting })).finishedOn !== null) throw meetingErrors.decisionDone({})
}

/** A decision the compiler did not see: the words are picked from the minutes by hand and read by the same grammar. */
export const addDecision = implement(meetingContract.addDecision, async (call) => {
  const { input, tx, actor, now, about } = call
  const { meeting, minutes, decisions: its } = await lockMeeting(tx, input.meetingId, actor)
  assertChangeable(meeting)
  const text = minutes?.state === 'read' ? minutes.text : ''
  const [start, end] = input.span
  if (end > text.length || text.slice(start, end).trim().length < 4) throw meetingErrors.wordsNotThere({})
  const read = readSelected({ text, span: [start, end], on: meeting.heldOn, compile: compileText })
  const [decision] = await decisionRows(tx, {
    meeting,
    read: [read],
    now,
    byHand: true,
    after: Math.max(0, ...its.map(({ position }) => position)),
  })
  if (!decision) throw meetingErrors.wordsNotThere({})
  await tx.insert(decisions).values(decision)
  about(`会议“${meeting.title}”的议定事项`, { added: read.words })
  return show(call, { decision, meeting })
})

export const correctDecision = implement(meetingContract.correctDecision, async (call) => {
  const { input, tx, actor, now, about } = call
  const one = await lockDecision(tx, input.decisionId, actor)
  assertChangeable(one.meeting)
  await assertNotDone(call, one)
  const before = inForce(one.decision)
  const owners = await ownersOf(tx, input.agencyIds, before.owners)
  const { read, readOwners } = one.decision
  const correction = {
    words: input.words === read.words ? null : input.words,
    owners: sameOwners(owners, readOwners) ? null : owners,
    dueOn: input.dueOn === (read.due?.on ?? null) ? null : input.dueOn,
    noDue: input.dueOn === null && (read.due?.on ?? null) !== null,
    by: actor.name,
    at: now,
  }
  const same = correction.words === null && correction.owners === null && correction.dueOn === null && !correction.noDue
  const decision: Decision = { ...one.decision, correction: same ? null : correction }
  about(`会议“${one.meeting.title}”的议定事项`, { before, after: inForce(decision) })
  return save(call, { decision, meeting: one.meeting })
})

/** The first agency named leads, as the office lists them. */
async function ownersOf(
  tx: Tx,
  agencyIds: readonly string[],
  known: readonly DecisionOwner[],
): Promise<DecisionOwner[]> {
  const names = await getAgencyNames(tx, agencyIds)
  if (agencyIds.some((id) => !names.has(id))) throw meetingErrors.agencyUnknown({})
  return agencyIds.map((agencyId, i) => ({
    agencyId,
    name: known.find((owner) => owner.agencyId === agencyId)?.name ?? names.get(agencyId) ?? '',
    role: i === 0 ? 'lead' : 'participant',
  }))
}

const sameOwners = (a: readonly DecisionOwner[], b: readonly DecisionOwner[]): boolean =>
  a.length === b.length && a.every(({ agencyId }, i) => agencyId !== null && agencyId === b[i]?.agencyId)

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
  const taskId = await addTask(tx, programme, {
    task: { title: input.title, text: words, dueOn, dueText, agencies, source },
    by: actor.name,
    now,
  })
  const placed: Decision = { ...decision, fate, taskId, settledBy: actor.name, settledAt: now }
  await tellOwners(call, { decision: placed, meeting })
  about(`会议“${meeting.title}”的议定事项`, { task: input.title })
  return save(call, { decision: placed, meeting })
})

export const joinDecision = implement(meetingContract.joinDecision, async (call) => {
  const { input, tx, actor, now, about } = call
  const { decision, meeting } = await lockDecision(tx, input.decisionId, actor)
  await assertNotDone(call, { decision, meeting })
  const fate = next(decision, 'join')
  const { tasks } = await loadContents(tx, meeting.programmeId)
  const task = tasks.find(({ id }) => id === input.taskId)
  if (!task) throw meetingErrors.taskElsewhere({})
  const joined: Decision = { ...decision, fate, taskId: task.id, settledBy: actor.name, settledAt: now }
  await tellOwners(call, { decision: joined, meeting })
  about(`会议“${meeting.title}”的议定事项`, { task: task.title })
  return save(call, { decision: joined, meeting })
})

export const setDecisionAside = implement(meetingContract.setDecisionAside, async (call) => {
  const { input, tx, actor, now, about } = call
  const { decision, meeting } = await lockDecision(tx, input.decisionId, actor)
  await assertNotDone(call, { decision, meeting })
  const fate = next(decision, 'setAside')
  about(`会议“${meeting.title}”的议定事项`, { reason: input.reason })
  return save(call, {
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
  return save(call, { decision: open, meeting })
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
  const { can, owners } = await show(call, one)
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
  return save(call, { decision: done, meeting: one.meeting })
})

async function tellOwners(
  call: Acting,
  { decision, meeting }: { decision: Decision; meeting: Meeting },
): Promise<void> {
  const { words, owners, dueOn } = inForce(decision)
  const until = dueOn === null ? '' : `，${Number(dueOn.slice(5, 7))}月${Number(dueOn.slice(8))}日前完成`
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
