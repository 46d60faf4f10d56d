import { resolve } from 'node:path'
import { sizeText } from '#modules/keeping/domain/backup.ts'
import { noteRestored } from '#platform/audit/kept-heads.ts'
import { listHeads } from '#platform/audit/stored-chain.ts'
import { type Restored, restoreBackup } from '#platform/backup/restore-backup.ts'
import { connect } from '#platform/database/open-database.ts'
import { readSettings } from '../settings.ts'
import { openedDatabase } from './opened-database.ts'
import type { Command, Terminal } from './terminal.ts'
import { parse, say, UsageError } from './usage.ts'

/**
 * `guatu restore FILE [--replace]`: a verified backup into an empty installation, or in the place of a full one, which is
 * kept under another name. The server must be stopped. 1 when nothing was restored.
 */
export const restore: Command = async (args, terminal) => {
  const options = { replace: { type: 'boolean' } } as const
  const { values, positionals } = parse({ args, options, allowPositionals: true }, terminal)
  const [file, ...more] = positionals
  if (file === undefined || more.length > 0)
    throw new UsageError(
      say(terminal.language, '请写出一个备份文件。例如：guatu restore 备份.zip', 'name one backup file'),
    )
  const stamp = terminal.now.toISOString().slice(0, 19).replaceAll(/\D/g, '')
  const replace = values.replace === true
  const { dataFolder, databaseUrl } = readSettings(terminal.environment)
  const work = async (url: string) => {
    const began = performance.now()
    const restored = await restoreBackup({ file: resolve(file), url, dataFolder, replace, stamp })
    await noteHeads(url, dataFolder, terminal.now)
    report(terminal, restored, (performance.now() - began) / 1000)
    return 0
  }
  // On another server not even a connection of our own may stand in the way of renaming the database.
  return databaseUrl ? work(databaseUrl) : openedDatabase(terminal, ({ url }) => work(url), 'refuse')
}

/** From now on the chain ends where the backup ended: what was written after it is known to be gone. */
async function noteHeads(url: string, dataFolder: string, now: Date): Promise<void> {
  const { db, pool } = connect(url, 1)
  await listHeads(db)
    .then((heads) => noteRestored(dataFolder, heads, now))
    .finally(() => pool.end())
}

function report(terminal: Terminal, done: Restored, seconds: number): void {
  const { manifest, bytes, rows, files, auditEntries, keptAs, migrated } = done
  const { language, out } = terminal
  const took = seconds.toFixed(1)
  out(
    say(
      language,
      `已恢复 ${manifest.madeAt} 的备份（${sizeText(bytes)}）：${rows} 行、${files} 个文件，逐表核对一致；${auditEntries} 条审计记录首尾相接。用时 ${took} 秒。\n`,
      `restored the backup of ${manifest.madeAt} (${sizeText(bytes)}): ${rows} rows, ${files} files, every table as written; ${auditEntries} audit entries unbroken; ${took} s\n`,
    ),
  )
  if (migrated.length > 0)
    out(
      say(
        language,
        `备份较旧，已执行 ${migrated.length} 个新的迁移。\n`,
        `${migrated.length} newer migrations were run\n`,
      ),
    )
  if (keptAs)
    out(
      say(
        language,
        `原来的数据保留在同一数据库服务器的 ${keptAs} 库中，确认无误后可由数据库管理者删除。\n`,
        `the former data are kept in the database ${keptAs}; drop it when you no longer need it\n`,
      ),
    )
}
