import { and, asc, eq } from 'drizzle-orm'
import { getTaskRow } from '#modules/programme/programmes/server/index.ts'
import { refersTo } from '#platform/database/same-row.ts'
import { implement } from '#platform/operation/implement.ts'
import { meetingContract } from '../contract.ts'
import { decisions, meetings } from './tables.ts'
import { loadGround, viewDecisions } from './view-decision.ts'

/** What meetings decided of a task: it came from one, or decisions joined it. */
export const listTaskDecisions = implement(meetingContract.listTaskDecisions, async (call) => {
  const { input, tx, actor, today } = call
  const task = await getTaskRow(tx, input.taskId, actor)
  const rows = await tx
    .select({ decision: decisions, meeting: meetings })
    .from(decisions)
    .innerJoin(meetings, refersTo(decisions.meetingId, meetings))
    .where(and(eq(decisions.divisionCode, actor.divisionCode), eq(decisions.taskId, task.id)))
    .orderBy(asc(meetings.heldOn), asc(meetings.id), asc(decisions.position))
  const ground = await loadGround(tx, task.programmeId, { actor, today, taskIds: [task.id] })
  return { decisions: await viewDecisions(tx, rows, ground), today }
})
