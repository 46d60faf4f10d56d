import { join } from 'node:path'
import { Refusal } from '#kernel/errors.ts'
import { writeBackup } from '#platform/backup/write-backup.ts'
import { poolOf } from '#platform/database/open-database.ts'
import type { Db } from '#platform/database/tx.ts'
import { reasonOf } from '#platform/fault/describe-fault.ts'
import { type Backup, backupName } from '../domain/backup.ts'
import { hashFile, openBackupFolder, recordBackup } from './backup-folder.ts'
import type { KeepingPorts } from './ports.ts'

type Asked = Pick<Backup, 'kind' | 'by'> & { now: Date }

/** Writes and verifies a backup into the folder of backups; a failure is recorded there too and told in the answer. */
export async function keepBackup(
  db: Db,
  { dataFolder, program }: KeepingPorts,
  { kind, by, now }: Asked,
): Promise<Backup> {
  const folder = await openBackupFolder(dataFolder)
  const name = backupName(now)
  const plain = { name, kind, by, madeAt: now }
  const file = join(folder, name)
  try {
    const { bytes, rows, files, manifest } = await writeBackup({ pool: poolOf(db), dataFolder, file, program, now })
    const found = { bytes, rows, files, damaged: manifest.damaged.length, sha256: await hashFile(file), failure: null }
    const backup = { ...plain, ...found, verifiedAt: now }
    await recordBackup(dataFolder, backup)
    return backup
  } catch (error) {
    const failure = error instanceof Refusal ? error.message : `没有写成。${reasonOf(error)}`
    const backup = { ...plain, bytes: 0, rows: 0, files: 0, damaged: 0, sha256: '', failure, verifiedAt: null }
    await recordBackup(dataFolder, backup).catch(() => undefined)
    return backup
  }
}
