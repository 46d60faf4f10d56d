import { endOfDay } from '#kernel/day.ts'
import { judgeToday, verdictSeen } from '#modules/programme/lamps/server/index.ts'
import type { ProgrammeSummary } from '#modules/programme/programmes/contract.ts'
import { loadContents, type SaidSight } from '#modules/programme/programmes/server/index.ts'
import { loadReportFacts } from '#modules/programme/reports/server/index.ts'
import { listDecided, loadScheduleFacts } from '#modules/programme/schedules/server/index.ts'
import { ofRow } from '#platform/database/same-row.ts'
import type { Tx } from '#platform/database/tx.ts'
import type { LedgerColumn, LedgerKind, LedgerRow } from '../domain/ledger.ts'
import { type LedgerTask, taskColumns, taskRow, workbookColumns, workbookRow } from '../domain/task-ledger.ts'
import type { TaskNote } from '../domain/task-note.ts'
import { ledgerTask, saidOf } from './ledger-task.ts'
import { taskNotes } from './tables.ts'

export interface Ledger {
  columns: readonly LedgerColumn[]
  rows: readonly LedgerRow[]
  /** The column a row is named by. */
  nameKey: string
}

export interface LedgerAsked {
  programme: Pick<ProgrammeSummary, 'id' | 'divisionCode'>
  ledger: LedgerKind
  year: number
  today: string
  /** What the reader may read of what was said. */
  sight: SaidSight
}

/** One of the two tables as it stands today. */
export async function loadLedger(tx: Tx, asked: LedgerAsked): Promise<Ledger> {
  const { ledger, year } = asked
  const tasks = await loadLedgerTasks(tx, asked)
  const [columns, rowOf] = ledger === 'tasks' ? [taskColumns, taskRow] : [workbookColumns, workbookRow]
  return { columns: columns(year), rows: tasks.map((task, n) => rowOf(task, n + 1, year)), nameKey: 'title' }
}

type Of = LedgerAsked['programme']

export async function loadNotes(tx: Tx, programme: Of): Promise<Map<string, TaskNote>> {
  const here = ofRow(taskNotes.programmeId, programme)
  return new Map((await tx.select().from(taskNotes).where(here)).map((note) => [note.taskId, note]))
}

async function loadLedgerTasks(tx: Tx, { programme, today, sight }: LedgerAsked): Promise<LedgerTask[]> {
  const { tasks } = await loadContents(tx, programme)
  const asOf = endOfDay(today)
  const schedules = await loadScheduleFacts(tx, programme, asOf)
  // Steps nobody has decided on are the program's proposal, no nodes of the county.
  const decided = await listDecided(tx, programme, asOf)
  const { reports } = await loadReportFacts(tx, programme, asOf)
  const verdicts = new Map(
    (await judgeToday(tx, programme, today)).map((verdict) => [verdict.taskId, verdictSeen(verdict, sight)]),
  )
  const notes = await loadNotes(tx, programme)
  const seen = reports.filter(({ taskId, agencyId }) => sight(taskId, [agencyId]))
  const newest = new Map(seen.map((one) => [one.taskId, one]))
  const spokenOf = new Set(reports.map(({ taskId }) => taskId))
  return tasks.map((task) =>
    ledgerTask(task, {
      schedule: decided.has(task.id) ? schedules.get(task.id) : undefined,
      said: saidOf(newest.get(task.id), spokenOf.has(task.id)),
      verdict: verdicts.get(task.id),
      note: notes.get(task.id) ?? null,
    }),
  )
}
