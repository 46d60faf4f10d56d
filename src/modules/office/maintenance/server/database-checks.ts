import { sql } from 'drizzle-orm'
import { readKeptHeads } from '#platform/audit/kept-heads.ts'
import { listDivisionsWithTrail, verifyStoredChain } from '#platform/audit/stored-chain.ts'
import { entries } from '#platform/audit/tables.ts'
import { readMigrations } from '#platform/database/migrate.ts'
import type { Db } from '#platform/database/tx.ts'
import type { Check, CheckLevel } from '../domain/check.ts'
import { judgeClock, judgeJobs } from '../domain/judge.ts'

const check =
  (code: string, title: string) =>
  (level: CheckLevel, sentence: string): Check => ({ code, title, level, sentence })

export async function checkServer(db: Db): Promise<Check> {
  const say = check('database', '数据库')
  const { rows } = await db.execute<{ version: string; number: number; encoding: string; bytes: string }>(
    sql`select current_setting('server_version') as version, current_setting('server_version_num')::int as number,
      current_setting('server_encoding') as encoding, pg_size_pretty(pg_database_size(current_database())) as bytes`,
  )
  const [server] = rows
  if (!server || server.number < 150_000)
    return say('bad', `PostgreSQL ${server?.version ?? '版本未知'}，低于所需的 15。请升级数据库服务器。`)
  if (server.encoding !== 'UTF8') return say('bad', `编码是 ${server.encoding}，不能保存全部汉字。请换用 UTF8 的库。`)
  return say('good', `PostgreSQL ${server.version}，已用 ${server.bytes}。`)
}

/** Whether the program and the database are of one make. */
export async function checkMigrations(db: Db, folder: string): Promise<Check> {
  const say = check('migrations', '数据库结构')
  const known = readMigrations(folder)
  const { rows } = await db.execute<{ name: string; checksum: string }>(
    sql`select name, checksum from public.migration`,
  )
  const applied = new Map(rows.map(({ name, checksum }) => [name, checksum]))
  const newer = rows.find(({ name }) => !known.some((one) => one.name === name))
  if (newer) return say('bad', `数据库已由更新版本的程序升级（${newer.name}）。请换用新版本的程序。`)
  const changed = known.find(({ name, checksum }) => (applied.get(name) ?? checksum) !== checksum)
  if (changed) return say('bad', `迁移文件 ${changed.name} 执行之后又被改动。请恢复原来的文件。`)
  const pending = known.filter(({ name }) => !applied.has(name))
  if (pending.length > 0)
    return say(
      'warning',
      `还有 ${pending.length} 个迁移没有执行（${pending[0]?.name}）。请先备份，再重新启动程序，启动时自动执行。`,
    )
  return say('good', `${known.length} 个迁移都已执行。`)
}

/** Walks the trail of every division from its first entry and holds it against the heads kept beside the database. */
export async function checkChain(db: Db, dataFolder: string): Promise<Check> {
  const say = check('chain', '审计记录')
  const kept = await readKeptHeads(dataFolder)
  let count = 0
  let lost = 0
  for (const division of await listDivisionsWithTrail(db, kept)) {
    const { entries: found, fault, headsLost } = await verifyStoredChain(db, division, kept)
    if (fault)
      return say(
        'bad',
        `${division} 第 ${fault.sequence} 条起不可信：${fault.message}请停止使用并报告审计管理员，保留现场，从备份比对。`,
      )
    count += found
    lost += headsLost.length
  }
  const whole = `${count} 条记录首尾相接，没有改动`
  if (lost > 0)
    return say('warning', `${whole}；但链头曾 ${lost} 次被删除或调回后续接。请在审计页查“审计链头丢失”的前后。`)
  if (count > 0 && kept.length === 0)
    return say('warning', `${whole}；数据文件夹里没有留存的链头可比。服务器运行一小时内会留存，如曾留存过请查明去向。`)
  return say('good', `${whole}，与留存的 ${kept.length} 个链头一致。`)
}

export async function checkClock(db: Db, now: Date): Promise<Check> {
  const [newest] = await db.select({ at: sql<string | null>`max(${entries.at})` }).from(entries)
  return judgeClock(now, newest?.at ? new Date(newest.at) : null)
}

export async function checkJobs(db: Db): Promise<Check> {
  const { rows } = await db.execute<{ stuck: number; late: number }>(
    sql`select count(*) filter (where attempts >= max_attempts)::int as stuck,
      count(*) filter (where attempts < max_attempts and locked_at is null and greatest(run_at, created_at) < now() - interval '1 hour')::int as late
      from graphile_worker.jobs`,
  )
  return judgeJobs(rows[0] ?? { stuck: 0, late: 0 })
}
