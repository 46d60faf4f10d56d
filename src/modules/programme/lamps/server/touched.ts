import { newId } from '#kernel/ids.ts'
import { taskAdded } from '#modules/programme/programmes/contract.ts'
import { reportCorrected, reportReturned, reportSigned, reportSubmitted } from '#modules/programme/reports/contract.ts'
import { scheduleMoved } from '#modules/programme/schedules/contract.ts'
import { type Call, listen } from '#platform/operation/implement.ts'
import { touched } from './tables.ts'

/** Notes that something was said or done of a task, or of a target of no task, in the transaction that does so. */
export async function touch(
  { tx, actor, now }: Pick<Call<unknown>, 'tx' | 'actor' | 'now'>,
  { programmeId, subjectId }: { programmeId: string; subjectId: string },
): Promise<void> {
  await tx
    .insert(touched)
    .values({ divisionCode: actor.divisionCode, id: newId(now.getTime()), programmeId, subjectId })
}

const touchTask = ({ programmeId, taskId }: { programmeId: string; taskId: string }, call: Call<unknown>) =>
  touch(call, { programmeId, subjectId: taskId })

const effect = 'the lamps of the task are worked out anew by the next who looks'

/**
 * What is told of a single task; the operations that tell it are among `told` in `standing.ts`. A task just added has no
 * lamps that stand, so that all of its programme are worked out.
 */
export const touches = [
  listen(reportSubmitted, effect, touchTask),
  listen(reportSigned, effect, touchTask),
  listen(reportReturned, effect, touchTask),
  listen(reportCorrected, effect, touchTask),
  listen(scheduleMoved, effect, touchTask),
  listen(taskAdded, effect, touchTask),
]
