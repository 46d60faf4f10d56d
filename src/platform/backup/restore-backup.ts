import { copyFileSync, createWriteStream, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { Pool } from 'pg'
import { listDivisionsWithTrail, verifyStoredChain } from '#platform/audit/stored-chain.ts'
import { migrate, readMigrations } from '#platform/database/migrate.ts'
import { connect } from '#platform/database/open-database.ts'
import {
  type RestoreMark,
  readRestoreMark,
  removeRestoreMark,
  writeRestoreMark,
} from '#platform/database/restore-mark.ts'
import { projectFolder } from '#platform/project-folder.ts'
import { unseal } from '#platform/sealing/sealing.ts'
import { findOwnKey, shownKeyId } from '#platform/signing/signing.ts'
import { type OpenedArchive, openContent, openEntries } from './archive.ts'
import { backupErrors } from './errors.ts'
import { loadRows } from './load-rows.ts'
import { type Cover, coverNames, type Manifest } from './manifest.ts'
import { layOutSecret, restoreFiles, swapSecret, swapSecretBack } from './restore-files.ts'
import {
  besides,
  createFilling,
  databaseNameOf,
  dropFormer,
  fillingName,
  formerName,
  hasRows,
  refuseInUse,
  swapBack,
  swapIn,
} from './target.ts'
import { type Verified, verifyBackup, verifyParts } from './verify-backup.ts'

export interface RestoreSettings {
  file: string
  /** Address of the database to fill; nobody else may be connected. */
  url: string
  dataFolder: string
  /** Whether a database that holds rows gives way; it is kept under another name. */
  replace: boolean
  /** Ends the names of what is kept: `20261122083100`. */
  stamp: string
  /** The private key of a sealed backup. */
  identity?: string | undefined
  /** Id of another installation's signing key that shall be trusted this once. */
  signedBy?: string | undefined
  /** Tables that are emptied whatever the backup says: backups of before held sessions. */
  emptied: readonly string[]
  /** Told before each step, so that a test can end the program there. */
  onStep?: (step: string) => void
}

export interface Restored extends Verified {
  keptAs: string | null
  /** Entries of the audit trail that were verified. */
  auditEntries: number
  /** Migrations newer than the backup that ran behind it. */
  migrated: string[]
  /** Whether the signer is the key of this installation; null where there is none to compare with, or no signature. */
  isOwn: boolean | null
}

const migrationFolder = (): string => join(projectFolder(), 'migrations')
const openedPlace = (dataFolder: string): string => join(dataFolder, 'restoring.zip')

/**
 * Puts a backup back: verifies every byte, fills a database beside the present one, and only when that is whole lets it
 * take the other's name. A fault on the way puts the old state back; a program that is killed leaves the mark, and no
 * start goes on beside it until the restore is repeated or undone.
 */
export async function restoreBackup(settings: RestoreSettings): Promise<Restored> {
  const { url, dataFolder, file, onStep = () => undefined } = settings
  onStep('verify')
  const verified = await verifyBackup(file)
  const isOwn = judgeSigner(verified.cover, settings)
  if (!verified.isRead && settings.identity === undefined)
    throw backupErrors.needsIdentity({ recipients: verified.cover.recipients })
  await undoRestore(settings)
  const isFull = await looksFull(settings)
  const mark = {
    file,
    database: databaseNameOf(url),
    stamp: settings.stamp,
    hadSecret: existsSync(join(dataFolder, 'secret')),
  }
  onStep('mark')
  writeRestoreMark(dataFolder, mark)
  try {
    const done = await fill(settings, verified.cover, mark)
    onStep('swap')
    await swapIn(url, mark)
    onStep('secret')
    await swapSecret(dataFolder, mark)
    onStep('clear')
    removeRestoreMark(dataFolder)
    if (!isFull) await dropFormer(url, mark)
    return { ...verified, ...done, isRead: true, isOwn, keptAs: isFull ? formerName(mark) : null }
  } catch (error) {
    await undoRestore(settings)
    throw error
  }
}

/** Puts back what was before a restore that did not come to its end; false when there is none. */
export async function undoRestore({ url, dataFolder }: Pick<RestoreSettings, 'url' | 'dataFolder'>): Promise<boolean> {
  const mark = readRestoreMark(dataFolder)
  rmSync(openedPlace(dataFolder), { force: true })
  if (!mark) return false
  await swapBack(url, mark)
  await swapSecretBack(dataFolder, mark)
  removeRestoreMark(dataFolder)
  return true
}

async function looksFull({ url, replace }: RestoreSettings): Promise<boolean> {
  const { pool } = connect(url, 1)
  const isFull = await hasRows(pool).finally(() => pool.end())
  if (isFull && !replace) throw backupErrors.notEmpty({ database: databaseNameOf(url) })
  await refuseInUse(url)
  return isFull
}

/** Another's signature takes a person's word; where nothing was signed yet there is nothing to compare with. */
function judgeSigner({ signer }: Cover, { dataFolder, signedBy }: RestoreSettings): boolean | null {
  const own = findOwnKey(dataFolder)
  if (!signer || !own) return null
  if (signer.keyId === own.keyId) return true
  if (signer.keyId !== signedBy)
    throw backupErrors.otherSigner({ signer: shownKeyId(signer.keyId), own: shownKeyId(own.keyId) })
  return false
}

/** Makes the database beside the present one, whole to the last comparison. */
async function fill(settings: RestoreSettings, cover: Cover, mark: RestoreMark) {
  const { dataFolder, onStep = () => undefined } = settings
  onStep('open')
  const archive = await openInside(settings, cover)
  try {
    await verifyParts(archive)
    checkMigrations(archive.manifest)
    onStep('create')
    await createFilling(settings.url, mark)
    const { pool, db } = connect(besides(settings.url, fillingName(mark)), 4)
    try {
      onStep('tables')
      await migrateAsFarAs(pool, archive.manifest)
      onStep('rows')
      await loadRows(pool, archive)
      await emptyTables(pool, settings.emptied)
      const auditEntries = await verifyChains(db)
      onStep('migrate')
      const migrated = await migrate(pool)
      onStep('files')
      await restoreFiles(archive, dataFolder)
      await layOutSecret(archive, dataFolder)
      return { auditEntries, migrated }
    } finally {
      await pool.end()
    }
  } finally {
    archive.close()
    rmSync(openedPlace(dataFolder), { force: true })
  }
}

/** The content lies in a file of its own while it is put back, readable by nobody else, and is removed afterwards. */
async function openInside({ file, dataFolder, identity }: RestoreSettings, cover: Cover): Promise<OpenedArchive> {
  if (!cover.content) return openContent(file)
  const entries = await openEntries(file)
  try {
    const stored = await entries.read(coverNames.content(cover.recipients))
    const content = identity !== undefined && cover.recipients.length > 0 ? await unseal(stored, { identity }) : stored
    await pipeline(content, createWriteStream(openedPlace(dataFolder), { mode: 0o600 }))
  } finally {
    entries.close()
  }
  return openContent(openedPlace(dataFolder))
}

async function emptyTables(pool: Pool, names: readonly string[]): Promise<void> {
  for (const name of names) {
    const { rows } = await pool.query<{ found: string | null }>('select to_regclass($1)::text as found', [name])
    if (rows[0]?.found) await pool.query(`delete from ${rows[0].found}`)
  }
}

/** The program must know every migration of the backup, unchanged. */
function checkMigrations({ migrations, program }: Manifest): void {
  const known = new Map(readMigrations(migrationFolder()).map(({ name, checksum }) => [name, checksum]))
  for (const { name, checksum } of migrations) {
    const own = known.get(name)
    if (own === undefined) throw backupErrors.newer({ migration: name, version: program })
    if (own !== checksum) throw backupErrors.otherMigration({ migration: name })
  }
}

/** Tables as they were when the backup was written; younger migrations run on the rows afterwards, as they would have. */
async function migrateAsFarAs(pool: Pool, { migrations }: Manifest): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'guatu-migrations-'))
  try {
    for (const { name } of migrations) copyFileSync(join(migrationFolder(), name), join(folder, name))
    await migrate(pool, folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function verifyChains(db: Parameters<typeof verifyStoredChain>[0]): Promise<number> {
  let entries = 0
  for (const division of await listDivisionsWithTrail(db)) {
    const verdict = await verifyStoredChain(db, division)
    if (verdict.fault) throw backupErrors.chainBroken({ message: verdict.fault.message })
    entries += verdict.entries
  }
  return entries
}
