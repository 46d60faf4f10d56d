import { type GrantedCorrection, grantedBy } from './correction.ts'
import type { Progress, Report } from './report.ts'

/** What was said, for verdicts: valid words only, with the days they were said and signed. */
export interface ReportFact {
  id: string
  taskId: string
  agencyId: string
  cycle: string
  state: Progress
  text: string
  /** Number of files. */
  evidence: number
  submittedOn: string
  signedOn: string | null
  needsCoordination: boolean
  /** Figures with the day they speak of, and what was stated where it was corrected since. */
  values: { targetId: string; value: number; on: string; was?: number }[]
}

/** As much of a report as its fact is made of. */
export type ReportRow = Omit<
  Report,
  | 'divisionCode'
  | 'programmeId'
  | 'dueOn'
  | 'submissionId'
  | 'submittedById'
  | 'submittedBy'
  | 'settledBy'
  | 'settledReason'
>

const earlier = (a: string, b: string): string => (a < b ? a : b)

/** A report as it stood at a moment; undefined when it was not yet handed in, or had been returned or withdrawn. */
function factAt(report: ReportRow, asOf: Date): ReportFact | undefined {
  const { id, taskId, agencyId, cycle, progress, text, evidence, submittedOn, settledAt, settledOn, status } = report
  if (report.submittedAt > asOf) return undefined
  const settled = settledAt !== null && settledAt <= asOf
  if (settled && status !== 'signed') return undefined
  const on = earlier(submittedOn, report.endOn)
  return {
    id,
    taskId,
    agencyId,
    cycle,
    state: progress,
    text,
    evidence,
    submittedOn,
    signedOn: settled ? settledOn : null,
    needsCoordination: report.needsCoordination,
    values: report.values.map(({ targetId, value }) => ({ targetId, value, on })),
  }
}

const compare = <T extends string | number | Date>(a: T, b: T): number => (a < b ? -1 : a > b ? 1 : 0)

/** The order in which words stand, the last one last: by the day they were said, of one day by the cycle they speak of, then by the moment. Never a tie. */
const asSaid = (a: ReportRow, b: ReportRow): number =>
  compare(a.submittedOn, b.submittedOn) ||
  compare(a.endOn, b.endOn) ||
  compare(a.submittedAt, b.submittedAt) ||
  a.attempt - b.attempt ||
  compare(a.id, b.id)

/** The same word with what was granted to stand in the place of its figures. */
function correctedFact(fact: ReportFact, corrected: ReadonlyMap<string, number>): ReportFact {
  if (corrected.size === 0) return fact
  const values = fact.values.map((figure) => {
    const after = corrected.get(`${fact.id} ${figure.targetId}`)
    return after === undefined ? figure : { ...figure, value: after, was: figure.value }
  })
  return { ...fact, values }
}

/** The valid words at a moment in the order they were said; of one agency, task and cycle the newest attempt. */
export function listValid(
  reports: readonly ReportRow[],
  asOf: Date,
  corrections: readonly GrantedCorrection[] = [],
): ReportFact[] {
  const corrected = new Map(grantedBy(corrections, asOf).map((one) => [`${one.reportId} ${one.targetId}`, one.after]))
  const newest = new Map<string, ReportFact>()
  for (const report of [...reports].sort(asSaid)) {
    const fact = factAt(report, asOf)
    if (!fact) continue
    const key = `${fact.taskId}/${fact.agencyId}/${fact.cycle}`
    newest.delete(key)
    newest.set(key, correctedFact(fact, corrected))
  }
  return [...newest.values()]
}
