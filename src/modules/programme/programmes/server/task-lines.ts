import { and, asc, count, eq, isNull, type SQL, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import { type Owned, ofRow, ofRows, refersTo } from '#platform/database/same-row.ts'
import type { Tx } from '#platform/database/tx.ts'
import type { AgencyShown, TaskRow } from '../contract.ts'
import type { TaskAgency } from '../domain/programme.ts'
import { targets, taskAgencies, tasks } from './tables.ts'

/** A task as lists find and sort it. */
export interface TaskLine extends Omit<TaskRow, 'leads' | 'participants'> {
  leads: AgencyShown[]
  participants: AgencyShown[]
  initials: string
  action: string
  /** Its words in the plan; empty where nobody looks for words. */
  text: string
}

/** One JSON text of many rows: 500 rows of columns cost the program more than all else it does with them. */
const listOf = <T>(one: PgColumn | SQL, order: PgColumn): SQL<T[]> => sql<T[]>`json_agg(${one} order by ${order})`

const objectOf = (columns: Readonly<Record<string, PgColumn | SQL>>): SQL => {
  const fields = Object.entries(columns).flatMap(([name, column]) => [sql.raw(`'${name}'`), column])
  return sql`json_build_object(${sql.join(fields, sql`, `)})`
}

const none = sql`'[]'::json`
const { agencyId, name, role, inherited } = taskAgencies
const { id, kind, number, title, dueOn, dueText, ongoing, initials } = tasks
const shown = { id, kind, number, title, dueOn, dueText, ongoing }
const action = sql<string>`coalesce(${tasks.path} ->> -1, '')`
const agency = objectOf({ agencyId, name, inherited })

const inForce = (programme: Owned) => and(ofRow(tasks.programmeId, programme), isNull(tasks.droppedIn))

/** Tasks in force in the order of the plan, without what only their own page shows; with their words where those are wanted. */
export const readTaskLines = (tx: Tx, programme: Owned, { words } = { words: false }): Promise<TaskLine[]> =>
  readTasks(tx, programme, {
    columns: { ...shown, initials, action, text: words ? tasks.text : sql`''` },
    agency,
  })

/** Some of them as lists show them. */
export const readTaskRows = (tx: Tx, programme: Owned, ids: readonly string[]): Promise<TaskRow[]> =>
  readTasks(tx, programme, { columns: shown, agency: name, only: ofRows(tasks.id, ids, programme) })

interface Wanted {
  columns: Readonly<Record<string, PgColumn | SQL>>
  agency: PgColumn | SQL
  only?: SQL | undefined
}

async function readTasks<T>(tx: Tx, programme: Owned, { columns, agency: one, only }: Wanted): Promise<T[]> {
  const wanted = and(inForce(programme), only)
  const inRole = (of: TaskAgency['role']) => sql`${listOf(one, taskAgencies.position)} filter (where ${role} = ${of})`
  const hands = tx
    .select({
      taskId: taskAgencies.taskId,
      leads: inRole('lead').as('leads'),
      others: inRole('participant').as('others'),
    })
    .from(taskAgencies)
    .innerJoin(tasks, refersTo(taskAgencies.taskId, tasks))
    .where(wanted)
    .groupBy(taskAgencies.taskId)
    .as('hands')
  const counted = tx
    .select({ taskId: targets.taskId, n: count().as('n') })
    .from(targets)
    .where(and(ofRow(targets.programmeId, programme), isNull(targets.droppedIn)))
    .groupBy(targets.taskId)
    .as('counted')
  const line = objectOf({
    ...columns,
    leads: sql`coalesce(${hands.leads}, ${none})`,
    participants: sql`coalesce(${hands.others}, ${none})`,
    targets: sql`coalesce(${counted.n}, 0)`,
  })
  const [read] = await tx
    .select({ lines: sql<T[]>`coalesce(${listOf(line, tasks.position)}, ${none})` })
    .from(tasks)
    .leftJoin(hands, eq(hands.taskId, tasks.id))
    .leftJoin(counted, eq(counted.taskId, tasks.id))
    .where(wanted)
  return read?.lines ?? []
}

interface TaskCut {
  /** Each with how many stand under its action. */
  tasks: { id: string; action: string; under: number }[]
  total: number
}

/** A page of the tasks in force as nobody narrows or sorts them: under their actions, or as they come. */
export async function cutTasks(
  tx: Tx,
  programme: Owned,
  { byAction, page, size }: { byAction: boolean; page: number; size: number },
): Promise<TaskCut> {
  const placed = tx
    .select({
      id,
      position: tasks.position,
      action: action.as('action'),
      first: sql<number>`min(${tasks.position}) over (partition by ${action})`.as('first'),
      under: sql<number>`(count(*) over (partition by ${action}))::int`.as('under'),
      total: sql<number>`(count(*) over ())::int`.as('total'),
    })
    .from(tasks)
    .where(inForce(programme))
    .as('placed')
  const rows = await tx
    .select({ id: placed.id, action: placed.action, under: placed.under, total: placed.total })
    .from(placed)
    .orderBy(...(byAction ? [asc(placed.first)] : []), asc(placed.position))
    .limit(size)
    .offset((page - 1) * size)
  const total = rows[0]?.total ?? (page === 1 ? 0 : await tx.$count(tasks, inForce(programme)))
  return { tasks: rows, total }
}
