import { groupBy } from '#kernel/group-by.ts'
import type { Cycle, DutyFact } from '#modules/programme/reporting/contract.ts'
import { answering, isLate, isPastDue } from './answered.ts'
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
  /** Words that stand. */
  reports: readonly ReportFact[]
  /** Tasks that are finished, and since when. */
  finished: ReadonlyMap<string, string>
  today: string
}

/** What was asked: of a finished task nothing that was not due before; what was missed until then stays missed. */
export function listAsked({ duties, reports, finished }: Pick<BoardFacts, 'duties' | 'reports' | 'finished'>) {
  const saidTo = answering(reports)
  return duties.filter((duty) => duty.dueOn < (finished.get(duty.taskId) ?? '9999') || saidTo(duty))
}

/** Agencies × cycles: who reported, who late, who not. The agency with most left open comes first. */
export function buildBoard({ cycles, today, ...facts }: BoardFacts): BoardRow[] {
  const saidTo = answering(facts.reports)
  const rows = [...groupBy(listAsked(facts), ({ agencyId }) => agencyId)].map(([agencyId, own]) => {
    const due = groupBy(own, ({ cycle }) => cycle)
    const cells = cycles.map((cycle) => {
      const of = due.get(cycle.key) ?? []
      return cellOf(cycle, { asked: of.length, found: of.flatMap((duty) => saidTo(duty) ?? []), today })
    })
    return { agencyId, cells, punctuality: punctualityOf(cells, cycles, today) }
  })
  const open = ({ cells }: BoardRow) => cells.reduce((sum, { missing }) => sum + missing, 0)
  return rows.sort((a, b) => open(b) - open(a))
}

function cellOf(
  cycle: Cycle,
  { asked, found, today }: { asked: number; found: readonly ReportFact[]; today: string },
): BoardCell {
  const late = found.filter((one) => isLate(one, cycle)).length
  const missing = asked - found.length
  const unsaid = isPastDue(cycle, today) ? 'missing' : 'open'
  const state = asked === 0 ? 'none' : missing > 0 ? unsaid : late > 0 ? 'late' : 'complete'
  const signed = found.filter(({ signedOn }) => signedOn !== null).length
  return { cycle: cycle.key, asked, inTime: found.length - late, late, missing, signed, state }
}

function punctualityOf(cells: readonly BoardCell[], cycles: readonly Cycle[], today: string): number | null {
  const fallen = cells.filter((_, i) => isPastDue(cycles[i] ?? { dueOn: today }, today))
  const asked = fallen.reduce((sum, cell) => sum + cell.asked, 0)
  return asked === 0 ? null : fallen.reduce((sum, { inTime }) => sum + inTime, 0) / asked
}
