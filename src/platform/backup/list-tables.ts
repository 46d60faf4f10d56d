import type { PoolClient } from 'pg'

export interface TableShape {
  schema: string
  table: string
  /** Without those the database computes. */
  columns: string[]
}

/** Of ours: the queue is copied job by job, which migrations ran is told by the manifest, and a start is of its place. */
const ours = `namespace.nspname not in ('pg_catalog', 'information_schema', 'graphile_worker')
  and namespace.nspname not like 'pg\\_%' and not (namespace.nspname = 'public' and class.relname in ('migration', 'unfinished_start'))`

const tableSql = `
  select namespace.nspname as schema, class.relname as "table", class.oid::text as id,
    array_agg(attribute.attname::text order by attribute.attnum) as columns
  from pg_class class
  join pg_namespace namespace on namespace.oid = class.relnamespace
  join pg_attribute attribute on attribute.attrelid = class.oid
  where class.relkind = 'r' and ${ours} and attribute.attnum > 0 and not attribute.attisdropped and attribute.attgenerated = ''
  group by 1, 2, 3 order by 1, 2`

const referenceSql = `
  select conrelid::text as "from", confrelid::text as "to"
  from (select conrelid::oid, confrelid::oid from pg_constraint where contype = 'f' and conrelid <> confrelid) as reference`

export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`

export const fullName = ({ schema, table }: Pick<TableShape, 'schema' | 'table'>): string =>
  `${quoted(schema)}.${quoted(table)}`

/** `"plans"."plan" ("id", "title")`, as COPY names a table. */
export const copyTarget = (shape: TableShape): string => `${fullName(shape)} (${shape.columns.map(quoted).join(', ')})`

/** Every table of ours, each behind those it refers to, so that rows can be put back in this order. */
export async function listTables(client: Pick<PoolClient, 'query'>): Promise<TableShape[]> {
  const { rows } = await client.query<TableShape & { id: string }>(tableSql)
  const { rows: references } = await client.query<{ from: string; to: string }>(referenceSql)
  const needs = new Map<string, string[]>()
  for (const { from, to } of references) needs.set(from, [...(needs.get(from) ?? []), to])
  const byId = new Map(rows.map((row) => [row.id, row]))
  const placed = new Set<string>()
  const ordered: TableShape[] = []
  const place = (id: string) => {
    if (placed.has(id)) return
    placed.add(id)
    for (const other of needs.get(id) ?? []) place(other)
    const row = byId.get(id)
    if (row) ordered.push({ schema: row.schema, table: row.table, columns: row.columns })
  }
  for (const { id } of rows) place(id)
  return ordered
}
