import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { cp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import { restoreBackup } from '#platform/backup/restore-backup.ts'
import { openSnapshot } from '#platform/backup/snapshot.ts'
import { verifyBackup } from '#platform/backup/verify-backup.ts'
import { writeBackup } from '#platform/backup/write-backup.ts'
import { poolOf } from '#platform/database/open-database.ts'
import { openFileStore } from '#platform/files/file-store.ts'
import { openSigner } from '#platform/signing/signing.ts'
import { openLargeProgramme } from './large-programme.ts'
import { table } from './table.ts'

/** Backup and restore of the largest programme with its evidence, beside reading the same rows and copying the same files. */
const files = { count: 500, bytes: 400_000 }

const folder = mkdtempSync(join(tmpdir(), 'guatu-bench-backup-'))
const dataFolder = join(folder, 'data')
const store = openFileStore(join(dataFolder, 'files'))
for (let i = 0; i < files.count; i++) await store.put(randomBytes(files.bytes))

const { db, close } = await openLargeProgramme()
const pool = poolOf(db)
const file = join(folder, 'backup.zip')
const identity = await generateX25519Identity()
const recipient = await identityToRecipient(identity)

async function seconds<T>(work: () => Promise<T>): Promise<[number, T]> {
  const start = performance.now()
  const result = await work()
  return [(performance.now() - start) / 1000, result]
}

const cell = (s: number): string => s.toFixed(1)
const nowhere = () => new Writable({ write: (_chunk, _encoding, done) => done() })

async function readRows(): Promise<void> {
  const snapshot = await openSnapshot(pool)
  for (const one of snapshot.tables) await pipeline(snapshot.copy(one), nowhere())
  await snapshot.close()
}

try {
  const before = process.memoryUsage().rss
  let peak = before
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss)
  }, 20)
  const [rowsFloor] = await seconds(readRows)
  const [filesFloor] = await seconds(() => cp(join(dataFolder, 'files'), join(folder, 'copied'), { recursive: true }))
  const [writing, made] = await seconds(() =>
    writeBackup({
      pool,
      dataFolder,
      file,
      program: 'bench',
      now: new Date(),
      recipients: [recipient],
      confidential: {},
      signer: openSigner(dataFolder),
    }),
  )
  const [verifying] = await seconds(() => verifyBackup(file))
  const url = new URL(String(pool.options.connectionString))
  url.pathname = '/guatu_bench_restored'
  await pool.query('create database guatu_bench_restored')
  const target = {
    file,
    url: url.href,
    dataFolder: join(folder, 'restored'),
    replace: false,
    stamp: '1',
    identity,
    emptied: [],
  }
  const [restoring] = await seconds(() => restoreBackup(target))
  clearInterval(watch)
  console.log(
    `${made.cover.rows} rows, ${made.cover.files} files, archive ${(made.bytes / 1e6).toFixed(0)} MB, ${Math.round((peak - before) / 1e6)} MB more memory at most\n`,
  )
  console.log(
    table(
      ['work', 'seconds'],
      [
        ['floor: the same rows read and thrown away', cell(rowsFloor)],
        ['floor: the same files copied', cell(filesFloor)],
        ['backup written and verified', cell(writing)],
        ['of which verifying', cell(verifying)],
        ['restored: verified, loaded, every table compared, trail verified', cell(restoring)],
      ],
    ),
  )
} finally {
  await close()
  rmSync(folder, { recursive: true, force: true })
}
