import type { Pool } from 'pg'
import { houseSchemas, houseTables } from './house-tables.ts'

/** A key or index with its columns in order; an expression has no name. */
interface Key {
  table: string
  name: string
  kind: string
  columns: (string | null)[]
}

/** An index of words (GIN) takes no plain column without an extension; a registry's words bear the owner instead. */
const keysSql = `select format('%s.%s', n.nspname, c.relname) as table, i.relname as name,
    case when x.indisprimary then 'primary key' when x.indisunique then 'unique index' else 'index' end as kind,
    array(select a.attname::text from unnest(x.indkey::int2[]) with ordinality as k (number, place)
      left join pg_attribute a on a.attrelid = c.oid and a.attnum = k.number order by k.place) as columns
  from pg_index x join pg_class c on c.oid = x.indrelid join pg_class i on i.oid = x.indexrelid
  join pg_namespace n on n.oid = c.relnamespace join pg_am m on m.oid = i.relam
  where n.nspname <> all($1) and (m.amname <> 'gin' or x.indisunique) order by 1, 2`

const referencesSql = `select format('%s.%s', n.nspname, c.relname) as table, f.conname as name,
    format('%s.%s', tn.nspname, t.relname) as target,
    array(select a.attname::text from unnest(f.conkey) with ordinality as k (number, place)
      join pg_attribute a on a.attrelid = c.oid and a.attnum = k.number order by k.place) as columns,
    array(select a.attname::text from unnest(f.confkey) with ordinality as k (number, place)
      join pg_attribute a on a.attrelid = t.oid and a.attnum = k.number order by k.place) as "targetColumns"
  from pg_constraint f join pg_class c on c.oid = f.conrelid join pg_namespace n on n.oid = c.relnamespace
  join pg_class t on t.oid = f.confrelid join pg_namespace tn on tn.oid = t.relnamespace
  where f.contype = 'f' and n.nspname <> all($1) order by 1, 2`

const tablesSql = `select format('%s.%s', n.nspname, c.relname) as name,
    coalesce((select format_type(a.atttypid, a.atttypmod) || case when a.attnotnull then ' not null' else '' end
      from pg_attribute a where a.attrelid = c.oid and a.attname = 'division_code'), 'none') as owner
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p') and n.nspname <> all($1) order by 1`

const isHouse = (table: string): boolean => table in houseTables

/** The tables of the counties, as the catalogue of the database has them. */
export async function listOwnedTables(pool: Pool): Promise<string[]> {
  const { rows } = await pool.query<{ name: string }>(tablesSql, [houseSchemas])
  return rows.map(({ name }) => name).filter((name) => !isHouse(name))
}

/** What in the catalogue breaks the rule that a row has an owner, who is first in its keys, and that none crosses owners. */
export async function complaintsOfOwner(pool: Pool): Promise<string[]> {
  const [tables, keys, references] = await Promise.all([
    pool.query<{ name: string; owner: string }>(tablesSql, [houseSchemas]),
    pool.query<Key>(keysSql, [houseSchemas]),
    pool.query<Key & { target: string; targetColumns: string[] }>(referencesSql, [houseSchemas]),
  ])
  const owned = tables.rows.filter(({ name }) => !isHouse(name))
  const keyed = new Set(keys.rows.filter(({ kind }) => kind === 'primary key').map(({ table }) => table))
  return [
    ...Object.keys(houseTables)
      .filter((name) => !tables.rows.some((one) => one.name === name))
      .map((name) => `${name} is no table`),
    ...owned
      .filter(({ owner }) => owner !== 'character(6) not null')
      .map(({ name, owner }) => `${name}: owner ${owner}`),
    ...owned.filter(({ name }) => !keyed.has(name)).map(({ name }) => `${name}: no primary key`),
    ...keys.rows
      .filter(({ table, columns }) => !isHouse(table) && columns[0] !== 'division_code')
      .map(({ table, kind, name }) => `${table}: ${kind} ${name} does not begin with the owner`),
    ...references.rows.filter(crosses).map(({ table, name }) => `${table}: ${name} may cross owners`),
  ]
}

/** Between tables of the house it may; a reference of an owner's row begins with the owner at both ends. */
const crosses = ({
  table,
  target,
  columns,
  targetColumns,
}: {
  table: string
  target: string
  columns: (string | null)[]
  targetColumns: string[]
}) =>
  isHouse(table) && isHouse(target) ? false : columns[0] !== 'division_code' || targetColumns[0] !== 'division_code'
