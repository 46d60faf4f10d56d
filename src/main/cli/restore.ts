import { resolve } from 'node:path'
import { sizeText } from '#modules/office/maintenance/domain/backup.ts'
import { sessionTables } from '#modules/office/maintenance/domain/confidential.ts'
import { noteRestored } from '#platform/audit/kept-heads.ts'
import { listHeads } from '#platform/audit/stored-chain.ts'
import { type Restored, restoreBackup, undoRestore } from '#platform/backup/restore-backup.ts'
import { connect } from '#platform/database/open-database.ts'
import { shownKeyId } from '#platform/signing/signing.ts'
import { readSettings } from '../settings.ts'
import { identityOf } from './identity-file.ts'
import { openedDatabase } from './opened-database.ts'
import type { Command, Terminal } from './terminal.ts'
import { parse, say, UsageError } from './usage.ts'

const options = {
  replace: { type: 'boolean' },
  undo: { type: 'boolean' },
  identity: { type: 'string' },
  'signed-by': { type: 'string' },
} as const

/**
 * `guatu restore FILE [--replace] [--identity KEYFILE] [--signed-by ID]`: a verified backup into an empty installation, or
 * in the place of a full one, which is kept under another name. `--undo` puts back what was before a restore that did not
 * come to its end. The server must be stopped. 1 when nothing was restored.
 */
export const restore: Command = async (args, terminal) => {
  const { values, positionals } = parse({ args, options, allowPositionals: true }, terminal)
  const [file, ...more] = positionals
  if (values.undo === true && file === undefined)
    return onDatabase(terminal, (url, dataFolder) => undo(terminal, { url, dataFolder }))
  if (file === undefined || more.length > 0 || values.undo === true)
    throw new UsageError(
      say(terminal.language, '请写出一个备份文件。例如：guatu restore 备份.zip', 'name one backup file'),
    )
  const identity = await identityOf(values.identity, terminal)
  const stamp = terminal.now.toISOString().slice(0, 19).replaceAll(/\D/g, '')
  const asked = {
    file: resolve(file),
    replace: values.replace === true,
    stamp,
    identity,
    signedBy: values['signed-by'],
  }
  return onDatabase(terminal, async (url, dataFolder) => {
    const began = performance.now()
    const restored = await restoreBackup({ ...asked, url, dataFolder, emptied: sessionTables })
    await noteHeads(url, dataFolder, terminal.now)
    report(terminal, restored, (performance.now() - began) / 1000)
    return 0
  })
}

/** On another server not even a connection of our own may stand in the way of renaming the database. */
function onDatabase(terminal: Terminal, work: (url: string, dataFolder: string) => Promise<number>): Promise<number> {
  const { dataFolder, databaseUrl } = readSettings(terminal.environment)
  if (databaseUrl) return work(databaseUrl, dataFolder)
  return openedDatabase(terminal, ({ url }) => work(url, dataFolder), {
    whenRunning: 'refuse',
    unfinishedRestore: 'open',
  })
}

async function undo({ language, out }: Terminal, place: { url: string; dataFolder: string }): Promise<number> {
  const isDone = await undoRestore(place)
  out(
    isDone
      ? say(language, '已退回恢复之前的数据。\n', 'the data of before the restore are back\n')
      : say(language, '没有中断的恢复，什么都没有动。\n', 'no restore is unfinished; nothing was touched\n'),
  )
  return 0
}

/** From now on the chain ends where the backup ended: what was written after it is known to be gone. */
async function noteHeads(url: string, dataFolder: string, now: Date): Promise<void> {
  const { db, pool } = connect(url, 1)
  await listHeads(db)
    .then((heads) => noteRestored(dataFolder, heads, now))
    .finally(() => pool.end())
}

function report(terminal: Terminal, done: Restored, seconds: number): void {
  const { cover, bytes, auditEntries, keptAs, migrated } = done
  const { rows, files } = cover
  const { language, out } = terminal
  const took = seconds.toFixed(1)
  out(
    say(
      language,
      `已恢复 ${cover.madeAt} 的备份（${sizeText(bytes)}）：${rows} 行、${files} 个文件，逐表核对一致；${auditEntries} 条审计记录首尾相接。用时 ${took} 秒。\n`,
      `restored the backup of ${cover.madeAt} (${sizeText(bytes)}): ${rows} rows, ${files} files, every table as written; ${auditEntries} audit entries unbroken; ${took} s\n`,
    ),
  )
  if (language === 'zh') out(originLine(done))
  if (cover.leftOut.includes('account'))
    out(
      say(
        language,
        '备份里没有账号、密码和密钥：下次启动会新建三员并显示一次初始密码，其他账号、邮箱和机器人须重新登记。\n',
        'the backup held no accounts: the next start makes the three administrators anew and shows their passwords once\n',
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

/** Where the backup comes from, and that nobody is signed in any more. */
function originLine({ cover, isOwn }: Restored): string {
  if (!cover.signer) return '旧格式的备份，没有签名，来历未能核对；其中的登录状态已清除，所有人须重新登录。\n'
  const { keyId } = cover.signer
  if (isOwn === true) return '签名是本机的密钥。所有人须重新登录。\n'
  const compared = isOwn === false ? '按 --signed-by 认可' : '本机没有可比对的密钥，请与抄录的编号核对'
  return `签名密钥编号 ${shownKeyId(keyId)}，${compared}。所有人须重新登录。\n`
}
