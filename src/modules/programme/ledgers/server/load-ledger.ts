import { asc } from 'drizzle-orm'
import { endOfDay } from '#kernel/day.ts'
import { judgeToday, verdictSeen } from '#modules/programme/lamps/server/index.ts'
import type { ProgrammeSummary } from '#modules/programme/programmes/contract.ts'
import { loadContents, type SaidSight } from '#modules/programme/programmes/server/index.ts'
import { loadReportFacts } from '#modules/programme/reports/server/index.ts'
import { loadScheduleFacts } from '#modules/programme/schedules/server/index.ts'
import { ofRow } from '#platform/database/same-row.ts'
import type { Tx } from '#platform/database/tx.ts'
import { policyColumns, policyRow, projectColumns, projectRow, type TaskTitles } from '../domain/entry-ledger.ts'
import type { LedgerColumn, LedgerKind, LedgerRow } from '../domain/ledger.ts'
import type { TaskNote } from '../domain/list-entry.ts'
import { type LedgerTask, taskColumns, taskRow, workbookColumns, workbookRow } from '../domain/task-ledger.ts'
import { ledgerTask, saidOf, titleOf } from './ledger-task.ts'
import { policyEntries, projectEntries, taskNotes } from './tables.ts'

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

/** One of the four tables as it stands today. */
export async function loadLedger(tx: Tx, asked: LedgerAsked): Promise<Ledger> {
  const { programme, ledger, year } = asked
  if (ledger === 'projects') {
    const titles = await loadTitles(tx, programme)
    const rows = await listProjects(tx, programme)
    return {
      columns: projectColumns(titles),
      rows: rows.map((row, n) => projectRow(row, n + 1, titles)),
      nameKey: 'name',
    }
  }
  if (ledger === 'policies') {
    const titles = await loadTitles(tx, programme)
    const rows = await listPolicies(tx, programme)
    return {
      columns: policyColumns(titles),
      rows: rows.map((row, n) => policyRow(row, n + 1, titles)),
      nameKey: 'title',
    }
  }
  const tasks = await loadLedgerTasks(tx, asked)
  if (ledger === 'tasks')
    return {
      columns: taskColumns(year),
      rows: tasks.map((task, n) => taskRow(task, n + 1, year)),
      nameKey: 'title',
    }
  return {
    columns: workbookColumns(year),
    rows: tasks.map((task, n) => workbookRow(task, n + 1, year)),
    nameKey: 'title',
  }
}

type Of = LedgerAsked['programme']

export const listProjects = (tx: Tx, programme: Of) =>
  tx
    .select()
    .from(projectEntries)
    .where(ofRow(projectEntries.programmeId, programme))
    .orderBy(asc(projectEntries.position), asc(projectEntries.id))

export const listPolicies = (tx: Tx, programme: Of) =>
  tx
    .select()
    .from(policyEntries)
    .where(ofRow(policyEntries.programmeId, programme))
    .orderBy(asc(policyEntries.position), asc(policyEntries.id))

export const loadTitles = async (tx: Tx, programme: Of): Promise<TaskTitles> =>
  new Map((await loadContents(tx, programme)).tasks.map((task) => [task.id, titleOf(task)]))

export async function loadNotes(tx: Tx, programme: Of): Promise<Map<string, TaskNote>> {
  const here = ofRow(taskNotes.programmeId, programme)
  return new Map((await tx.select().from(taskNotes).where(here)).map((note) => [note.taskId, note]))
}

async function loadLedgerTasks(tx: Tx, { programme, today, sight }: LedgerAsked): Promise<LedgerTask[]> {
  const { tasks } = await loadContents(tx, programme)
  const asOf = endOfDay(today)
  const schedules = await loadScheduleFacts(tx, programme, asOf)
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
      schedule: schedules.get(task.id),
      said: saidOf(newest.get(task.id), spokenOf.has(task.id)),
      verdict: verdicts.get(task.id),
      note: notes.get(task.id) ?? null,
    }),
  )
}
