import { and, asc, desc, eq, inArray, lte } from 'drizzle-orm'
import { type Owned, ofRow } from '#platform/database/same-row.ts'
import type { Tx } from '#platform/database/tx.ts'
import type { ScheduleRevision } from '../domain/schedule.ts'
import type { ScheduleTemplate } from '../domain/template.ts'
import { defaultTemplates } from '../domain/templates.data.ts'
import { revisions, templates } from './tables.ts'

/** The newest revision of every task of a programme, or of some, as known at a moment; tasks that were dropped are not in it. */
export async function loadCurrent(
  tx: Tx,
  programme: Owned,
  asOf?: Date,
  taskIds?: readonly string[],
): Promise<Map<string, ScheduleRevision>> {
  const known = and(
    ofRow(revisions.programmeId, programme),
    asOf && lte(revisions.recordedAt, asOf),
    taskIds && inArray(revisions.taskId, [...taskIds]),
  )
  const rows = await tx
    .selectDistinctOn([revisions.taskId])
    .from(revisions)
    .where(known)
    .orderBy(asc(revisions.taskId), desc(revisions.number))
  return new Map(rows.flatMap((row) => (row.kind === 'dropped' ? [] : [[row.taskId, row] as const])))
}

/** Every revision of a task, the newest first. */
export const listTaskRevisions = (tx: Tx, taskId: string, divisionCode: string): Promise<ScheduleRevision[]> =>
  tx
    .select()
    .from(revisions)
    .where(and(eq(revisions.divisionCode, divisionCode), eq(revisions.taskId, taskId)))
    .orderBy(desc(revisions.number))

/** The newest revision of a task, dropped or not. */
export async function findNewest(tx: Tx, taskId: string, divisionCode: string): Promise<ScheduleRevision | undefined> {
  const [row] = await tx
    .select()
    .from(revisions)
    .where(and(eq(revisions.divisionCode, divisionCode), eq(revisions.taskId, taskId)))
    .orderBy(desc(revisions.number))
    .limit(1)
  return row
}

/** Templates by key: the county's own over those every county begins with. */
export async function loadTemplates(tx: Tx, divisionCode: string): Promise<Map<string, ScheduleTemplate>> {
  const own = await tx
    .select()
    .from(templates)
    .where(eq(templates.divisionCode, divisionCode))
    .orderBy(asc(templates.key))
  const plain = own.map(({ key, title, use, repeats, steps }) => ({ key, title, use, repeats, steps }))
  return new Map([...defaultTemplates, ...plain].map((template) => [template.key, template]))
}
