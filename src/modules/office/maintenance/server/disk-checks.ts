import { createHash } from 'node:crypto'
import { constants, createReadStream, existsSync } from 'node:fs'
import { access, stat, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { sumOfCounties } from '#modules/office/files/server/index.ts'
import type { Db } from '#platform/database/tx.ts'
import { findOwnKey, shownKeyId } from '#platform/signing/signing.ts'
import type { Check, CheckLevel } from '../domain/check.ts'
import { judgeBackups, judgeDisk, judgeFiles, judgeQuota } from '../domain/judge.ts'
import { listBackups } from './backup-folder.ts'

const check =
  (code: string, title: string) =>
  (level: CheckLevel, sentence: string): Check => ({ code, title, level, sentence })

/** Whether the data folder can be written, and whether strangers of this machine can read what is secret. */
export async function checkFolder(dataFolder: string): Promise<Check> {
  const say = check('folder', '数据文件夹')
  const found = await stat(dataFolder).catch(() => null)
  if (!found?.isDirectory()) return say('bad', `${dataFolder} 不存在。请核对 GUATU_DATA。`)
  const mayWrite = await access(dataFolder, constants.R_OK | constants.W_OK | constants.X_OK).then(
    () => true,
    () => false,
  )
  if (!mayWrite) return say('bad', `当前用户不能读写 ${dataFolder}。请改正文件夹的属主和权限。`)
  for (const name of ['secret', 'signing-key.pem']) {
    const secret = await stat(join(dataFolder, name)).catch(() => null)
    if (secret && (secret.mode & 0o077) !== 0)
      return say('warning', `密钥文件 ${name} 可被其他用户读取。请执行 chmod 600 ${join(dataFolder, name)}。`)
  }
  if ((found.mode & 0o007) > 1)
    return say('warning', `其他用户可以查看 ${dataFolder}。请执行 chmod o-rw ${dataFolder}。`)
  return say('good', `${dataFolder} 可读写，其他用户看不到。`)
}

/** The number by which people tell this installation's signature from another's. */
export async function checkSigning(dataFolder: string): Promise<Check> {
  const say = check('signing', '签名密钥')
  const key = findOwnKey(dataFolder)
  return key
    ? say(
        'good',
        `${key.algorithm}，编号 ${shownKeyId(key.keyId)}。请抄录存档，恢复备份时用来核对来历。公钥 ${key.publicKey}`,
      )
    : say('good', '还没有签过名，第一次备份时生成。')
}

export async function checkDisk(dataFolder: string): Promise<Check> {
  const { bavail, blocks, bsize } = await statfs(dataFolder)
  const newest = (await listBackups(dataFolder)).find(({ failure }) => failure === null)
  return judgeDisk({ free: bavail * bsize, total: blocks * bsize, needed: newest?.bytes ?? 0 })
}

export const checkBackups = async (dataFolder: string, now: Date): Promise<Check> =>
  judgeBackups(await listBackups(dataFolder), now)

/** How much of what a county may hold is used, of the one that holds most. */
export async function checkQuota(db: Db, limit: number): Promise<Check> {
  // A check-up looks at a database of before, too.
  const { rows } = await db.execute<{ found: boolean }>(sql`select to_regclass('files.intake') is not null as found`)
  const [most] = rows[0]?.found ? await sumOfCounties(db) : []
  return judgeQuota(most ?? null, limit)
}

const sampleSize = 50

/** Every file some row names must be there; of a sample, or of all, the content must fit its hash. */
export async function checkFiles(db: Db, dataFolder: string, all: boolean): Promise<Check> {
  const referenced = await listFileHashes(db)
  const placeOf = (sha256: string) => join(dataFolder, 'files', sha256.slice(0, 2), sha256)
  const missing = referenced.filter((sha256) => !existsSync(placeOf(sha256)))
  const present = referenced.filter((sha256) => existsSync(placeOf(sha256)))
  // Every so-manieth: another part of the store each time files are added, and the same files between two looks.
  const step = all ? 1 : Math.max(1, Math.ceil(present.length / sampleSize))
  const looked = present.filter((_, i) => i % step === 0)
  const damaged: string[] = []
  for (const sha256 of looked) if ((await hashOf(placeOf(sha256))) !== sha256) damaged.push(sha256)
  return judgeFiles({ referenced: referenced.length, looked: looked.length, missing, damaged })
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  try {
    for await (const chunk of createReadStream(path)) hash.update(chunk)
    return hash.digest('hex')
  } catch {
    return ''
  }
}

/** Columns that name kept files end in `file_sha256`, in whatever module they stand. */
async function listFileHashes(db: Db): Promise<string[]> {
  const { rows: columns } = await db.execute<{ schema: string; table: string; column: string }>(
    sql`select table_schema as schema, table_name as "table", column_name as "column" from information_schema.columns
      where column_name ~ '(^|_)file_sha256$' or (table_schema = 'files' and column_name = 'sha256')`,
  )
  const found = new Set<string>()
  for (const { schema, table, column } of columns) {
    const name = sql.identifier(column)
    const { rows } = await db.execute<{ sha256: string }>(
      sql`select distinct ${name} as sha256 from ${sql.identifier(schema)}.${sql.identifier(table)} where ${name} is not null`,
    )
    for (const { sha256 } of rows) found.add(sha256)
  }
  return [...found].sort()
}
