import { groupBy } from '#kernel/group-by.ts'
import type { Cycle } from './cycle.ts'

/** A task as far as reporting is concerned. */
export interface ReportedTask {
  id: string
  kind: 'task' | 'measure'
  leads: readonly { agencyId: string | null }[]
  participants: readonly { agencyId: string | null }[]
  /** The day the issue of the plan that brought it was published here; nothing before could be reported. */
  since: string
  /** The day it was dropped from the plan; null while it is in force. */
  until?: string | null
}

export interface DelegatedTask {
  taskId: string
  fromAgencyId: string
  toAgencyId: string
  fromOn: string
  toOn: string | null
}

/** Who had to say something of which task when. */
export interface DutyFact {
  taskId: string
  agencyId: string
  cycle: string
  opensOn: string
  dueOn: string
}

export interface Reporting {
  cycles: readonly Cycle[]
  delegations: readonly DelegatedTask[]
  /** Whether 保障措施 are reported like tasks in a cycle that begins on a day. */
  asksMeasures: (day: string) => boolean
  /** The agencies a group (各乡镇) stands for; others are not in the map and stand for themselves. */
  membersOf: ReadonlyMap<string, readonly string[]>
}

/**
 * Who reports what in each cycle: every lead agency its task, the members of a group each for themselves; where a plan
 * names nobody as lead (……按职责分工负责) every agency it names. Other participants report only when it was delegated
 * to them on the day the cycle is due.
 */
export function listDuties(tasks: readonly ReportedTask[], reporting: Reporting): DutyFact[] {
  const { cycles, asksMeasures, membersOf } = reporting
  const given = groupBy(reporting.delegations, ({ taskId }) => taskId)
  return cycles.flatMap((cycle) =>
    tasks
      .filter(({ kind }) => kind === 'task' || asksMeasures(cycle.startOn))
      .filter(({ since, until }) => since <= cycle.dueOn && (!until || until > cycle.opensOn))
      .flatMap((task) =>
        listReporting(task, cycle.dueOn, { delegations: given.get(task.id) ?? [], membersOf }).map((agencyId) => ({
          taskId: task.id,
          agencyId,
          cycle: cycle.key,
          opensOn: cycle.opensOn,
          dueOn: cycle.dueOn,
        })),
      ),
  )
}

/** The agencies that report a task due on a day. */
export function listReporting(
  task: Pick<ReportedTask, 'id' | 'leads' | 'participants'>,
  dueOn: string,
  { delegations, membersOf }: Pick<Reporting, 'delegations' | 'membersOf'>,
): string[] {
  const owners = task.leads.length > 0 ? task.leads : task.participants
  const named = owners.flatMap(({ agencyId }) => (agencyId === null ? [] : [agencyId]))
  const given = delegations.filter(
    ({ taskId, fromOn, toOn }) => taskId === task.id && fromOn <= dueOn && (toOn === null || dueOn <= toOn),
  )
  const reporting = named.map((id) => given.find(({ fromAgencyId }) => fromAgencyId === id)?.toAgencyId ?? id)
  return [...new Set(reporting.flatMap((id) => membersOf.get(id) ?? [id]))]
}
