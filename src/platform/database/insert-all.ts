import { getTableColumns, getTableName, type SQL, sql } from 'drizzle-orm'
import { getTableConfig, type PgTable } from 'drizzle-orm/pg-core'
import type { Tx } from './tx.ts'

type Row = Readonly<Record<string, unknown>>

/**
 * Inserts many rows in one statement with one parameter, whatever their number: a list of values has a parameter for each,
 * which costs the program and the database more than the rows do. Values are told as JSON tells them; a text in a column
 * that is none (a search word list) is what PostgreSQL reads there.
 * @param rows by the names of the table's columns in the program, all with the same ones
 * @param upsert names of the columns a row is known by: one that is there already is written over
 */
export async function insertAll(
  tx: Pick<Tx, 'execute'>,
  table: PgTable,
  rows: readonly Row[],
  upsert: readonly string[] = [],
): Promise<void> {
  const [first] = rows
  if (!first) return
  const columns = Object.entries(getTableColumns(table)).filter(([name]) => name in first)
  const told = rows.map((row) =>
    Object.fromEntries(columns.map(([name, { name: column }]) => [column, row[name] ?? null])),
  )
  const names = list(columns.map(([, { name }]) => sql.identifier(name)))
  const { schema } = getTableConfig(table)
  const place = sql.join(
    [schema, getTableName(table)].filter(isSaid).map((one) => sql.identifier(one)),
    sql.raw('.'),
  )
  const keys = columns.filter(([name]) => upsert.includes(name)).map(([, { name }]) => sql.identifier(name))
  const rest = columns.filter(([name]) => !upsert.includes(name)).map(([, { name }]) => name)
  const over =
    upsert.length === 0
      ? sql``
      : sql`on conflict (${list(keys)}) do update set ${list(rest.map((one) => sql`${sql.identifier(one)} = excluded.${sql.identifier(one)}`))}`
  await tx.execute(
    sql`insert into ${place} (${names}) select ${names} from jsonb_populate_recordset(null::${place}, ${JSON.stringify(told)}::jsonb) ${over}`,
  )
}

const list = (parts: readonly (SQL | ReturnType<typeof sql.identifier>)[]): SQL => sql.join([...parts], sql.raw(', '))
const isSaid = (text: string | undefined): text is string => text !== undefined
