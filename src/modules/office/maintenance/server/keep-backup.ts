import { join } from 'node:path'
import { z } from 'zod'
import { Refusal } from '#kernel/errors.ts'
import type { Verified } from '#platform/backup/verify-backup.ts'
import { writeBackup } from '#platform/backup/write-backup.ts'
import { poolOf } from '#platform/database/open-database.ts'
import type { Db } from '#platform/database/tx.ts'
import { reasonOf } from '#platform/fault/describe-fault.ts'
import { sentenceOf } from '#platform/operation/fault-sentences.ts'
import { openSigner } from '#platform/signing/signing.ts'
import { type Backup, backupName } from '../domain/backup.ts'
import { Confidential, confidentialTables } from '../domain/confidential.ts'
import { hashFile, openBackupFolder, recordBackup } from './backup-folder.ts'
import type { MaintenancePorts } from './ports.ts'
import { listRecipients } from './recipients.ts'

type Asked = Pick<Backup, 'kind' | 'by'> & { now: Date }

/** Writes and verifies a backup at a place of its own, sealed to the recipients the database names. */
export async function writeBackupTo(
  db: Db,
  { dataFolder, program }: MaintenancePorts,
  { file, now }: { file: string; now: Date },
): Promise<Verified> {
  const [recipients, signer] = [await listRecipients(db), openSigner(dataFolder)]
  const what = { recipients, confidential: confidentialTables, signer }
  return writeBackup({ pool: poolOf(db), dataFolder, file, program, now, ...what })
}

/** What the record of a backup says of what is in it. */
export const contentsOf = ({ cover, bytes }: Verified) => ({
  bytes,
  rows: cover.rows,
  files: cover.files,
  damaged: cover.damaged,
  recipients: cover.recipients,
  leftOut: z.array(Confidential).parse(cover.leftOut),
  signerId: cover.signer?.keyId ?? null,
})

const nothing = { bytes: 0, rows: 0, files: 0, damaged: 0, recipients: [], leftOut: [], signerId: null }

/** Writes and verifies a backup into the folder of backups; a failure is recorded there too and told in the answer. */
export async function keepBackup(db: Db, ports: MaintenancePorts, { kind, by, now }: Asked): Promise<Backup> {
  const { dataFolder } = ports
  const folder = await openBackupFolder(dataFolder)
  const name = backupName(now)
  const plain = { name, kind, by, madeAt: now }
  const file = join(folder, name)
  try {
    const made = contentsOf(await writeBackupTo(db, ports, { file, now }))
    const backup = { ...plain, ...made, sha256: await hashFile(file), failure: null, verifiedAt: now }
    await recordBackup(dataFolder, backup)
    return backup
  } catch (error) {
    const failure = (error instanceof Refusal ? error : sentenceOf(error))?.message ?? `没有写成。${reasonOf(error)}`
    const backup = { ...plain, ...nothing, sha256: '', failure, verifiedAt: null }
    await recordBackup(dataFolder, backup).catch(() => undefined)
    return backup
  }
}
