import type { Pool } from 'pg'

const tableSql = `select format('%I.%I', table_schema, table_name) as name from information_schema.columns
  where column_name = 'division_code' and table_schema not in ('information_schema', 'pg_catalog') order by 1`

/** Tables that hang on an account instead of carrying the county themselves. */
const ofAccounts = [
  'accounts.account',
  'accounts.session',
  'accounts.former_password',
  'accounts.second_factor',
  'accounts.recovery_code',
]

const part = (name: string, where: string) =>
  `select '${name}' as name, md5(coalesce(string_agg(md5(t::text), '' order by md5(t::text)), '')) as hash from ${name} t where ${where}`

async function listOfCounty(pool: Pool): Promise<string[]> {
  const { rows } = await pool.query<{ name: string }>(tableSql)
  return rows.map(({ name }) => name)
}

/** All tables with rows of a county. */
export const hashedTables = async (pool: Pool): Promise<string[]> => [...(await listOfCounty(pool)), ...ofAccounts]

/** What lies in every table of a county, one hash a table; in these alone where some are named. */
export async function hashCounty(
  pool: Pool,
  division: string,
  only: readonly string[] = [],
): Promise<Record<string, string>> {
  const own = (only.length > 0 ? only : await hashedTables(pool)).map((name) =>
    ofAccounts.includes(name)
      ? part(name, `user_id in (select id from accounts.user where division_code = '${division}')`)
      : part(name, `division_code = '${division}'`),
  )
  const { rows } = await pool.query<{ name: string; hash: string }>(own.join(' union all '))
  return Object.fromEntries(rows.map(({ name, hash }) => [name, hash]))
}

/** Ids of all records of a county, each with the table it lies in. */
export async function listIds(pool: Pool, division: string): Promise<Map<string, string>> {
  const { rows: tables } = await pool.query<{ name: string }>(
    `select format('%I.%I', c.table_schema, c.table_name) as name from information_schema.columns c
      join information_schema.columns d on d.table_schema = c.table_schema and d.table_name = c.table_name and d.column_name = 'division_code'
      where c.column_name = 'id' and c.table_schema not in ('information_schema', 'pg_catalog')`,
  )
  const found = new Map<string, string>()
  for (const { name } of tables) {
    const { rows } = await pool.query<{ id: string }>(`select id::text from ${name} where division_code = $1`, [
      division,
    ])
    for (const { id } of rows) if (/^[\da-f-]{36}$/.test(id)) found.set(id, name)
  }
  return found
}
