import { endOfDay } from '#kernel/day.ts'
import { reasonsOfSummary, type TaskVerdict } from '#modules/programme/lamps/contract.ts'
import { judgeToday } from '#modules/programme/lamps/server/index.ts'
import { callTask, type TaskView } from '#modules/programme/programmes/contract.ts'
import { loadContents } from '#modules/programme/programmes/server/index.ts'
import { formatCycle } from '#modules/programme/reporting/contract.ts'
import { listFinishes } from '#modules/programme/reports/contract.ts'
import { loadReportFacts } from '#modules/programme/reports/server/index.ts'
import { type Owned } from '#platform/database/same-row.ts'
import type { Tx } from '#platform/database/tx.ts'
import { listMissed, type Missed } from '../domain/missed-cycles.ts'
import type { TaskProgress } from '../domain/propose.ts'

/** Every task in force as the rules of supervision look at it on a day. */
export async function loadStandings(tx: Tx, programme: Owned, today: string): Promise<TaskProgress[]> {
  const { tasks } = await loadContents(tx, programme)
  const verdicts = await judgeToday(tx, programme, today)
  const { reports, duties, openings } = await loadReportFacts(tx, programme, endOfDay(today))
  const missed = listMissed({ duties, reports, finished: listFinishes({ words: reports, duties, openings }) }, today)
  const verdictOf = new Map(verdicts.map((verdict) => [verdict.taskId, verdict]))
  return tasks.map((task) => progressOf(task, verdictOf.get(task.id), missed.get(task.id) ?? []))
}

function progressOf(task: TaskView, verdict: TaskVerdict | undefined, missed: readonly Missed[]): TaskProgress {
  return {
    taskId: task.id,
    title: callTask(task),
    hosts: hostsOf(task),
    lamp: verdict?.summary ?? 'grey',
    sinceOn: verdict?.sinceOn ?? null,
    reasons: verdict ? reasonsOf(verdict) : [],
    missed: missed.map((one) => ({ ...one, cycles: one.cycles.map(formatCycle) })),
  }
}

/** Who answers for a task: its leads; where the plan names none, all it names. */
export function hostsOf({ leads, participants }: Pick<TaskView, 'leads' | 'participants'>): string[] {
  const named = leads.length > 0 ? leads : participants
  return [...new Set(named.flatMap(({ agencyId }) => (agencyId === null ? [] : [agencyId])))]
}

/** The reasons of the lamps that make the summary what it is, each once. */
export const reasonsOf = (verdict: TaskVerdict): string[] => [
  ...new Set(reasonsOfSummary(verdict).map(({ text }) => text)),
]
