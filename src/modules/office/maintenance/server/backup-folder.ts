import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { jsonIn } from '#kernel/json.ts'
import { dayOf } from '#kernel/moment.ts'
import { Backup } from '../domain/backup.ts'
import { listSuperfluous, type Retention } from '../domain/retention.ts'

export const backupFolder = (dataFolder: string): string => join(dataFolder, 'backups')

const recordOf = (folder: string, name: string): string => join(folder, name.replace(/\.zip$/, '.json'))

/** The folder of backups, made when there is none; nobody else of this machine looks into it. */
export async function openBackupFolder(dataFolder: string): Promise<string> {
  const folder = backupFolder(dataFolder)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  return folder
}

/** What backups there are, newest first; a record whose archive was taken away is left out. */
export async function listBackups(dataFolder: string): Promise<Backup[]> {
  const folder = backupFolder(dataFolder)
  const names = await readdir(folder).catch(() => [])
  const present = new Set(names)
  const read = async (name: string): Promise<Backup[]> => {
    const text = await readFile(join(folder, name), 'utf8').catch(() => '')
    const record = Backup.safeParse(jsonIn(text))
    return record.success && (record.data.failure !== null || present.has(record.data.name)) ? [record.data] : []
  }
  const records = await Promise.all(names.filter((name) => /^guatu-[\d-]+\.json$/.test(name)).map(read))
  return records.flat().sort((a, b) => b.madeAt.getTime() - a.madeAt.getTime())
}

/** Appears whole or not at all. */
export async function recordBackup(dataFolder: string, backup: Backup): Promise<void> {
  const place = recordOf(await openBackupFolder(dataFolder), backup.name)
  try {
    await writeFile(`${place}.new`, JSON.stringify(backup, null, 2), { mode: 0o600 })
    await rename(`${place}.new`, place)
  } catch (error) {
    await rm(`${place}.new`, { force: true }).catch(() => undefined)
    throw error
  }
}

/** Removes what the rules no longer ask for: old daily backups, and records of failures before the newest good one. */
export async function removeSuperfluous(dataFolder: string, retention: Retention): Promise<void> {
  const folder = backupFolder(dataFolder)
  const backups = await listBackups(dataFolder)
  const daily = backups.filter(({ kind, failure }) => kind === 'daily' && failure === null)
  const dated = daily.map((backup) => ({ ...backup, madeOn: dayOf(backup.madeAt) }))
  const newestGood = backups.find(({ failure }) => failure === null)?.madeAt ?? new Date(0)
  const oldFailures = backups.filter(({ failure, madeAt }) => failure !== null && madeAt < newestGood)
  for (const { name } of [...listSuperfluous(dated, retention), ...oldFailures]) {
    await rm(join(folder, name), { force: true })
    await rm(recordOf(folder, name), { force: true })
  }
}

export async function hashFile(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path)) hash.update(chunk)
  return hash.digest('hex')
}
