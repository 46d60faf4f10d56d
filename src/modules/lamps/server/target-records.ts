import type { TargetRecord } from '../contract.ts'
import type { ProgrammeFacts, StatementFact } from '../domain/facts.ts'
import type { Reached } from '../domain/series.ts'

/** The figures behind a target's series, newest first, with the statements they stand in. */
export function listRecords(series: readonly Reached[], { statements, agencyNames }: ProgrammeFacts): TargetRecord[] {
  const byId = new Map(statements.map((statement) => [statement.id, statement]))
  return series.map((point) => recordOf(point, byId.get(point.observation.statementId ?? ''), agencyNames)).reverse()
}

function recordOf(
  { on, value, observation }: Reached,
  statement: StatementFact | undefined,
  names: ReadonlyMap<string, string>,
): TargetRecord {
  const { agencyId, from, submittedOn, statementId } = observation
  return {
    statementId,
    taskId: statement?.taskId ?? null,
    agency: from ?? names.get(agencyId) ?? '报送单位',
    on,
    value: observation.value,
    reached: value,
    submittedOn,
    signedOn: statement?.signedOn ?? null,
    evidence: statement?.evidence ?? 0,
    text: statement?.text ?? '',
  }
}
