import { groupBy } from '#kernel/group-by.ts'
import { isOpen, isOverdue, type Order } from './order.ts'
import type { LampCounts, Standing } from './paper.ts'
import type { TaskStanding } from './propose.ts'

export function countLamps(tasks: readonly Pick<TaskStanding, 'lamp'>[]): LampCounts {
  const of = (lamp: TaskStanding['lamp']) => tasks.filter((task) => task.lamp === lamp).length
  return { green: of('green'), yellow: of('yellow'), red: of('red'), grey: of('grey') }
}

interface From {
  tasks: readonly TaskStanding[]
  orders: readonly Order[]
  names: ReadonlyMap<string, string>
  today: string
}

/** The overdue weigh more than red lamps, red ones more than yellow. */
const weight = ({ lamps, overdue, missed }: Standing): number =>
  overdue * 10_000 + lamps.red * 1000 + lamps.yellow * 50 + missed

/** Who is where: every agency that answers for a task, those with the most red and overdue first. */
export function listStandings({ tasks, orders, names, today }: From): Standing[] {
  const agencies = [
    ...new Set([...tasks.flatMap(({ hosts }) => hosts), ...orders.filter(isOpen).map(({ agencyId }) => agencyId)]),
  ]
  const hosted = groupBy(
    tasks.flatMap((task) => task.hosts.map((agencyId) => ({ agencyId, task }))),
    ({ agencyId }) => agencyId,
  )
  const missing = groupBy(
    tasks.flatMap(({ missed }) => [...new Set(missed.map(({ agencyId }) => agencyId))]),
    (agencyId) => agencyId,
  )
  const openOf = groupBy(orders.filter(isOpen), ({ agencyId }) => agencyId)
  const rows = agencies.map((agencyId) => {
    const own = (hosted.get(agencyId) ?? []).map(({ task }) => task)
    const open = openOf.get(agencyId) ?? []
    return {
      agency: names.get(agencyId) ?? '',
      tasks: own.length,
      lamps: countLamps(own),
      open: open.length,
      overdue: open.filter((order) => isOverdue(order, today)).length,
      missed: missing.get(agencyId)?.length ?? 0,
    }
  })
  return rows.sort((a, b) => weight(b) - weight(a) || (a.agency < b.agency ? -1 : 1))
}
