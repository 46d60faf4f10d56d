import type { SaidSight } from '#modules/programme/programmes/server/index.ts'
import type { TargetRecord } from '../contract.ts'
import type { ProgrammeFacts, StatementFact } from '../domain/facts.ts'
import type { Reached } from '../domain/series.ts'

/** The figures behind a target's series, newest first, with the statements they stand in where the reader may read those too. */
export function listRecords(
  series: readonly Reached[],
  { statements, nameOf }: ProgrammeFacts,
  sight: SaidSight,
): TargetRecord[] {
  const read = statements.filter(({ taskId, agencyId }) => sight(taskId, [agencyId]))
  const byId = new Map(read.map((statement) => [statement.id, statement]))
  return series.map((point) => recordOf(point, byId.get(point.observation.statementId ?? ''), nameOf)).reverse()
}

function recordOf(
  { on, value, observation }: Reached,
  statement: StatementFact | undefined,
  nameOf: ProgrammeFacts['nameOf'],
): TargetRecord {
  const { agencyId, from, submittedOn } = observation
  return {
    statementId: statement?.id ?? null,
    taskId: statement?.taskId ?? null,
    agency: from ?? nameOf(agencyId),
    on,
    value: observation.value,
    reached: value,
    submittedOn,
    signedOn: statement?.signedOn ?? null,
    evidence: statement?.evidence ?? 0,
    text: statement?.text ?? '',
  }
}
