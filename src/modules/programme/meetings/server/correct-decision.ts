import { getAgencyNames, loadCalendar } from '#modules/office/organisations/server/index.ts'
import { compileText } from '#modules/programme/plans/server/index.ts'
import { type Call, implement, implementForm } from '#platform/operation/implement.ts'
import { meetingContract } from '../contract.ts'
import { type Decision, type DecisionOwner, inForce } from '../domain/decision.ts'
import { meetingErrors } from '../domain/errors.ts'
import { readSelected } from '../domain/read-selected.ts'
import { assertChangeable, assertNotDone, saveDecision, showDecision } from './change-decision.ts'
import { namesOfRegister } from './compile-words.ts'
import { decisionRows } from './keep-minutes.ts'
import { lockDecision, lockMeeting } from './load-meeting.ts'
import { decisions } from './tables.ts'

/** A decision the compiler did not see: the words are picked from the minutes by hand and read by the same grammar. */
export const addDecision = implement(meetingContract.addDecision, async (call) => {
  const { input, tx, actor, now, about } = call
  const { meeting, minutes, decisions: its } = await lockMeeting(tx, input.meetingId, actor)
  assertChangeable(meeting)
  const text = minutes?.state === 'read' ? minutes.text : ''
  const [start, end] = input.span
  if (end > text.length || text.slice(start, end).trim().length < 4) throw meetingErrors.wordsNotThere({})
  const known = await namesOfRegister(tx, meeting)
  const compile = (words: string, on: string) => compileText(words, on, known)
  const calendar = await loadCalendar(tx, actor.divisionCode)
  const read = readSelected({ text, span: [start, end], on: meeting.heldOn, calendar, compile })
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
  return showDecision(call, { decision, meeting })
})

export const correctDecision = implementForm(
  meetingContract.correctDecision,
  async ({ input, tx, actor }) => {
    const { words, owners, dueOn } = inForce((await lockDecision(tx, input.decisionId, actor)).decision)
    return { words, agencyIds: owners.map(({ agencyId, name }) => agencyId ?? name), dueOn }
  },
  async (call) => {
    const { input, tx, actor, now, about } = call
    const one = await lockDecision(tx, input.decisionId, actor)
    assertChangeable(one.meeting)
    await assertNotDone(call, one)
    const before = inForce(one.decision)
    const owners = await ownersOf(call, input.agencyIds, before.owners)
    const { read, readOwners } = one.decision
    const correction = {
      words: input.words === read.words ? null : input.words,
      owners: sameOwners(owners, readOwners) ? null : owners,
      dueOn: input.dueOn === (read.due?.on ?? null) ? null : input.dueOn,
      noDue: input.dueOn === null && (read.due?.on ?? null) !== null,
      by: actor.name,
      at: now,
    }
    const same =
      correction.words === null && correction.owners === null && correction.dueOn === null && !correction.noDue
    const decision: Decision = { ...one.decision, correction: same ? null : correction }
    about(`会议“${one.meeting.title}”的议定事项`, { before, after: inForce(decision) })
    return saveDecision(call, { decision, meeting: one.meeting })
  },
)

/** The first agency named leads, as the office lists them. */
async function ownersOf(
  { tx, actor }: Pick<Call<unknown>, 'tx' | 'actor'>,
  agencyIds: readonly string[],
  known: readonly DecisionOwner[],
): Promise<DecisionOwner[]> {
  const names = await getAgencyNames(tx, agencyIds, actor)
  if (agencyIds.some((id) => !names.has(id))) throw meetingErrors.agencyUnknown({})
  return agencyIds.map((agencyId, i) => ({
    agencyId,
    name: known.find((owner) => owner.agencyId === agencyId)?.name ?? names.get(agencyId) ?? '',
    role: i === 0 ? 'lead' : 'participant',
  }))
}

const sameOwners = (a: readonly DecisionOwner[], b: readonly DecisionOwner[]): boolean =>
  a.length === b.length && a.every(({ agencyId }, i) => agencyId !== null && agencyId === b[i]?.agencyId)
