import type { Cycle } from '#modules/programme/reporting/contract.ts'
import type { ReportFact } from './report-fact.ts'

interface Wanted {
  taskId: string
  agencyId: string
  before: Pick<Cycle, 'key'>
  /** Oldest first. */
  cycles: readonly Pick<Cycle, 'key'>[]
}

/** The last figure of each target an agency gave for a task in an earlier cycle, with that cycle. */
export function lastValues(
  valid: readonly ReportFact[],
  { taskId, agencyId, before, cycles }: Wanted,
): Map<string, { value: number; cycle: string }> {
  const place = new Map(cycles.map(({ key }, i) => [key, i]))
  const limit = place.get(before.key) ?? cycles.length
  const earlier = valid
    .filter((one) => one.taskId === taskId && one.agencyId === agencyId && (place.get(one.cycle) ?? -1) < limit)
    .sort((a, b) => (place.get(a.cycle) ?? -1) - (place.get(b.cycle) ?? -1))
  return new Map(
    earlier.flatMap(({ values, cycle }) => values.map(({ targetId, value }) => [targetId, { value, cycle }] as const)),
  )
}
