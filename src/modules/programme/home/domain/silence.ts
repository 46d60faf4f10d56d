import { groupBy } from '#kernel/group-by.ts'

/** Somebody had to say something of a task between two days. */
interface Duty {
  taskId: string
  agencyId: string
  cycle: string
  opensOn: string
  dueOn: string
}

interface Said {
  taskId: string
  agencyId: string
  cycle: string
}

/** An agency that owes statements of the present cycle. */
export interface SilentAgency {
  agencyId: string
  taskIds: readonly string[]
  /** The first of the days it had until. */
  dueOn: string
  overdue: boolean
}

const keyOf = ({ taskId, agencyId, cycle }: Said): string => `${taskId} ${agencyId} ${cycle}`

/** Duties that are open on a day: due in its month or later, so that last month's silence is not counted for ever. */
const isOfMonth = ({ opensOn, dueOn }: Duty, today: string): boolean =>
  opensOn <= today && dueOn.slice(0, 7) >= today.slice(0, 7)

/** Who has not yet said what this month asks of them: the most tasks first. */
export function listSilent(
  duties: readonly Duty[],
  statements: readonly Said[],
  today: string,
): readonly SilentAgency[] {
  const said = new Set(statements.map(keyOf))
  const owed = duties.filter((duty) => isOfMonth(duty, today) && !said.has(keyOf(duty)))
  return [...groupBy(owed, ({ agencyId }) => agencyId)]
    .map(([agencyId, own]) => {
      const dueOn = own.map((duty) => duty.dueOn).sort()[0] ?? today
      return { agencyId, taskIds: [...new Set(own.map(({ taskId }) => taskId))], dueOn, overdue: dueOn < today }
    })
    .sort((a, b) => Number(b.overdue) - Number(a.overdue) || b.taskIds.length - a.taskIds.length)
}
