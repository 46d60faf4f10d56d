import { sameRow } from '#platform/database/same-row.ts'
import type { Call } from '#platform/operation/implement.ts'
import type { DecisionView } from '../contract.ts'
import type { Decision } from '../domain/decision.ts'
import { meetingErrors } from '../domain/errors.ts'
import { type Meeting, minutesNumberOf } from '../domain/meeting.ts'
import { decisions } from './tables.ts'
import { loadGround, viewDecisions } from './view-decision.ts'

export type Acting = Pick<Call<unknown>, 'tx' | 'actor' | 'now' | 'today'>

export async function showDecision(call: Acting, one: { decision: Decision; meeting: Meeting }): Promise<DecisionView> {
  const ground = await loadGround(call.tx, one.meeting.programmeId, call)
  const [view] = await viewDecisions(call.tx, [one], ground)
  if (!view) throw meetingErrors.decisionNotFound({})
  return view
}

export async function saveDecision(call: Acting, one: { decision: Decision; meeting: Meeting }): Promise<DecisionView> {
  await call.tx.update(decisions).set(one.decision).where(sameRow(decisions, one.decision))
  return showDecision(call, one)
}

export function assertChangeable(meeting: Meeting): void {
  const number = minutesNumberOf(meeting)
  if (number !== null) throw meetingErrors.minutesIssued({ number })
}

export async function assertNotDone(
  call: Acting,
  { decision, meeting }: { decision: Decision; meeting: Meeting },
): Promise<void> {
  if ((await showDecision(call, { decision, meeting })).finishedOn !== null) throw meetingErrors.decisionDone({})
}
