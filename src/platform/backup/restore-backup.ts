import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Pool } from 'pg'
import { listDivisionsWithTrail, verifyStoredChain } from '#platform/audit/stored-chain.ts'
import { migrate, readMigrations } from '#platform/database/migrate.ts'
import { connect } from '#platform/database/open-database.ts'
import { projectFolder } from '#platform/project-folder.ts'
import { openBackup } from './archive.ts'
import { backupErrors } from './errors.ts'
import { loadRows } from './load-rows.ts'
import type { Manifest } from './manifest.ts'
import { restoreFiles } from './restore-files.ts'
import { prepareTarget } from './target.ts'
import { type Verified, verifyBackup } from './verify-backup.ts'

export interface RestoreSettings {
  file: string
  /** Address of the database to fill; nobody else may be connected. */
  url: string
  dataFolder: string
  /** Whether a database that holds rows gives way; it is kept under another name. */
  replace: boolean
  /** Ends the names of what is kept: `20261122083100`. */
  stamp: string
}

export interface Restored extends Verified {
  keptAs: string | null
  /** Entries of the audit trail that were verified. */
  auditEntries: number
  /** Migrations newer than the backup that ran behind it. */
  migrated: string[]
}

const migrationFolder = (): string => join(projectFolder(), 'migrations')

/** Puts a backup back. Nothing is touched before every byte of it was verified; a fault on the way puts the old state back. */
export async function restoreBackup(settings: RestoreSettings): Promise<Restored> {
  const verified = await verifyBackup(settings.file)
  checkMigrations(verified.manifest)
  const archive = await openBackup(settings.file)
  try {
    const target = await prepareTarget(settings.url, settings)
    const { pool, db } = connect(settings.url, 4)
    try {
      await migrateAsFarAs(pool, verified.manifest)
      await loadRows(pool, archive)
      const auditEntries = await verifyChains(db)
      const migrated = await migrate(pool)
      await restoreFiles(archive, settings)
      await pool.end()
      return { ...verified, keptAs: target.keptAs, auditEntries, migrated }
    } catch (error) {
      await pool.end()
      await target.undo()
      throw error
    }
  } finally {
    archive.close()
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
