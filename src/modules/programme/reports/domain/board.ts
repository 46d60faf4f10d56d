import type { Cycle, DutyFact } from '#modules/programme/reporting/contract.ts'
import type { ReportFact } from './report-fact.ts'

/** How one agency stands in one cycle: tasks it had to report, reported in time, reported late, not reported. */
export interface BoardCell {
  cycle: string
  asked: number
  inTime: number
  late: number
  missing: number
  signed: number
  state: 'complete' | 'late' | 'open' | 'missing' | 'none'
}

export interface BoardRow {
  agencyId: string
  cells: BoardCell[]
  /** Share of what fell due by today and was reported in time; null when nothing fell due. */
  punctuality: number | null
}

interface BoardFacts {
  cycles: readonly Cycle[]
  duties: readonly DutyFact[]
  reports: readonly ReportFact[]
  today: string
}

/** Agencies × cycles: who reported, who late, who not. The agency with most left open comes first. */
export function buildBoard({ cycles, duties, reports, today }: BoardFacts): BoardRow[] {
  const said = new Map(reports.map((one) => [`${one.taskId}/${one.agencyId}/${one.cycle}`, one]))
  const agencyIds = [...new Set(duties.map(({ agencyId }) => agencyId))]
  const dueOf = byAgencyAndCycle(duties)
  const rows = agencyIds.map((agencyId) => {
    const cells = cycles.map((cycle) => {
      const due = dueOf.get(`${agencyId}/${cycle.key}`) ?? []
      const found = due.flatMap((duty) => said.get(`${duty.taskId}/${agencyId}/${duty.cycle}`) ?? [])
      return cellOf(cycle, { asked: due.length, found, today })
    })
    return { agencyId, cells, punctuality: punctualityOf(cells, cycles, today) }
  })
  const open = ({ cells }: BoardRow) => cells.reduce((sum, { missing }) => sum + missing, 0)
  return rows.sort((a, b) => open(b) - open(a))
}

function byAgencyAndCycle(duties: readonly DutyFact[]): Map<string, DutyFact[]> {
  const found = new Map<string, DutyFact[]>()
  for (const duty of duties) {
    const key = `${duty.agencyId}/${duty.cycle}`
    const known = found.get(key)
    if (known) known.push(duty)
    else found.set(key, [duty])
  }
  return found
}

function cellOf(
  cycle: Cycle,
  { asked, found, today }: { asked: number; found: readonly ReportFact[]; today: string },
): BoardCell {
  const inTime = found.filter(({ submittedOn }) => submittedOn <= cycle.dueOn).length
  const missing = asked - found.length
  const late = found.length - inTime
  const unsaid = today > cycle.dueOn ? 'missing' : 'open'
  const state = asked === 0 ? 'none' : missing > 0 ? unsaid : late > 0 ? 'late' : 'complete'
  const signed = found.filter(({ signedOn }) => signedOn !== null).length
  return { cycle: cycle.key, asked, inTime, late, missing, signed, state }
}

function punctualityOf(cells: readonly BoardCell[], cycles: readonly Cycle[], today: string): number | null {
  const fallen = cells.filter((_, i) => (cycles[i]?.dueOn ?? today) < today)
  const asked = fallen.reduce((sum, cell) => sum + cell.asked, 0)
  return asked === 0 ? null : fallen.reduce((sum, { inTime }) => sum + inTime, 0) / asked
}
