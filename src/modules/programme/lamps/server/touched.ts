import { newId } from '#kernel/ids.ts'
import { statementReturned, statementSigned, statementSubmitted } from '#modules/programme/reports/contract.ts'
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

/** What is told of a single task; the operations that tell it are among `told` in `standing.ts`. */
export const touches = [statementSubmitted, statementSigned, statementReturned, scheduleMoved].map((event) =>
  listen(
    event,
    'the lamps of the task, and of what is judged together with it, are worked out anew when next asked for',
    touchTask,
  ),
)
