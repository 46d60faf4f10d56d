import { groupBy } from '#kernel/group-by.ts'
import { isPastDue } from '#modules/programme/reports/contract.ts'

interface Owed {
  taskId: string
  agencyId: string
  dueOn: string
}

/** An agency that owes reports. */
export interface SilentAgency {
  agencyId: string
  taskIds: readonly string[]
  /** The first of the days it had until. */
  dueOn: string
  overdue: boolean
}

/** Who has yet to say what is asked of them: those whose day has passed first, then the most tasks. */
export const listSilent = (owed: readonly Owed[], today: string): readonly SilentAgency[] =>
  [...groupBy(owed, ({ agencyId }) => agencyId)]
    .map(([agencyId, own]) => {
      const dueOn = own.map((duty) => duty.dueOn).sort()[0] ?? today
      return {
        agencyId,
        taskIds: [...new Set(own.map(({ taskId }) => taskId))],
        dueOn,
        overdue: isPastDue({ dueOn }, today),
      }
    })
    .sort((a, b) => Number(b.overdue) - Number(a.overdue) || b.taskIds.length - a.taskIds.length)
