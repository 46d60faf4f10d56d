import { groupBy } from '#kernel/group-by.ts'
import { isOpen, isOverdue, type Order } from './order.ts'
import type { AgencyProgress, LampCounts } from './paper.ts'
import type { TaskProgress } from './propose.ts'

export function countLamps(tasks: readonly Pick<TaskProgress, 'lamp'>[]): LampCounts {
  const of = (lamp: TaskProgress['lamp']) => tasks.filter((task) => task.lamp === lamp).length
  return { green: of('green'), yellow: of('yellow'), red: of('red'), grey: of('grey') }
}

interface From {
  tasks: readonly TaskProgress[]
  orders: readonly Order[]
  names: ReadonlyMap<string, string>
  /** Whether an agency may be named in a circular: who signs leads it. */
  isLed: (agencyId: string) => boolean
  today: string
}

/** The overdue weigh more than red lamps, red ones more than yellow. */
const weight = ({ lamps, overdue, missed }: AgencyProgress): number =>
  overdue * 10_000 + lamps.red * 1000 + lamps.yellow * 50 + missed

/** Who is where: every agency that answers for a task and is led by who signs, those with the most red and overdue first. */
export function listAgencyProgress({ tasks, orders, names, isLed, today }: From): AgencyProgress[] {
  const agencies = [
    ...new Set([...tasks.flatMap(({ hosts }) => hosts), ...orders.filter(isOpen).map(({ agencyId }) => agencyId)]),
  ].filter(isLed)
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
