import { newId } from '#kernel/ids.ts'
import type { Tx } from '#platform/database/tx.ts'
import type { Call } from '#platform/operation/implement.ts'
import type { RevisionKind, ScheduleRevision, ScheduleState } from '../domain/schedule.ts'
import { revisions } from './tables.ts'

/** Which task, after which revision (0 for the first), and why. */
export interface Occasion {
  programmeId: string
  taskId: string
  after: number
  kind: RevisionKind
  reason: string
}

type Who = Pick<Call<unknown>, 'actor' | 'now'>

export function revisionOf(state: ScheduleState, occasion: Occasion, { actor, now }: Who): ScheduleRevision {
  const { programmeId, taskId, after, kind, reason } = occasion
  const { templateKey, templateTitle, because, floorOn, deadlineOn, deadlineFrom, steps, dates, failure, unpublished } =
    state
  return {
    divisionCode: actor.divisionCode,
    id: newId(now.getTime()),
    programmeId,
    taskId,
    number: after + 1,
    kind,
    reason,
    templateKey,
    templateTitle,
    because,
    floorOn,
    deadlineOn,
    deadlineFrom,
    steps,
    dates,
    failure,
    unpublished,
    recordedAt: now,
    recordedBy: actor.name,
  }
}

/** Rows of one statement: enough for a whole programme in a few, under the limit of 65,535 parameters. */
const atOnce = 500

export async function record(tx: Tx, rows: readonly ScheduleRevision[]): Promise<void> {
  for (let i = 0; i < rows.length; i += atOnce) await tx.insert(revisions).values(rows.slice(i, i + atOnce))
}
