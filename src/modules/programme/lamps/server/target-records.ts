import type { SaidSight } from '#modules/programme/programmes/server/index.ts'
import type { TargetRecord } from '../contract.ts'
import type { ProgrammeFacts, ReportFact } from '../domain/facts.ts'
import type { Reached } from '../domain/series.ts'

/** The figures behind a target's series, newest first, with the reports they stand in where the reader may read those too. */
export function listRecords(
  series: readonly Reached[],
  { reports, nameOf }: ProgrammeFacts,
  sight: SaidSight,
): TargetRecord[] {
  const read = reports.filter(({ taskId, agencyId }) => sight(taskId, [agencyId]))
  const byId = new Map(read.map((report) => [report.id, report]))
  return series.map((point) => recordOf(point, byId.get(point.observation.reportId ?? ''), nameOf)).reverse()
}

function recordOf(
  { on, value, observation }: Reached,
  report: ReportFact | undefined,
  nameOf: ProgrammeFacts['nameOf'],
): TargetRecord {
  const { agencyId, from, submittedOn, isOpening = false } = observation
  return {
    reportId: report?.id ?? null,
    taskId: report?.taskId ?? null,
    agency: from ?? nameOf(agencyId),
    isOpening,
    on,
    value: observation.value,
    was: report?.values.find(({ value, was }) => was !== undefined && value === observation.value)?.was ?? null,
    reached: value,
    submittedOn,
    signedOn: report?.signedOn ?? null,
    evidence: report?.evidence ?? 0,
    text: report?.text ?? '',
  }
}
