import { createReadStream, createWriteStream } from 'node:fs'
import { open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Pool } from 'pg'
import { ZipFile } from 'yazl'
import { hasRoom } from '../database/room.ts'
import { isStartUnfinished } from '../database/unfinished-start.ts'
import { type FileKey, seal } from '../sealing/sealing.ts'
import type { Signer } from '../signing/signing.ts'
import { backupErrors } from './errors.ts'
import { type Cover, coverNames, type Manifest, partNames, totalRows } from './manifest.ts'
import { Measuring } from './measure.ts'
import { openSnapshot, type Snapshot } from './snapshot.ts'
import { type Verified, verifyBackup } from './verify-backup.ts'

export interface BackupSettings {
  pool: Pool
  dataFolder: string
  /** Where the archive shall lie. */
  file: string
  /** Version of this program. */
  program: string
  now: Date
  /** Public keys any one of which shall open it; without one what lets somebody in is left out. */
  recipients: readonly string[]
  /** What lets somebody in, by the full name of its table: `session` is never written, the rest only under seal. */
  confidential: Readonly<Record<string, string>>
  signer: Signer
}

/**
 * Writes database and kept files into one signed archive while everything goes on running, sealed for its recipients, then
 * reads it again from the disk, through the seal, and holds it against what was written.
 * @returns what was verified; the file appears under its name only then
 */
export async function writeBackup(settings: BackupSettings): Promise<Verified> {
  const { pool, file } = settings
  const unfinished = `${file}.unfinished`
  if (await isStartUnfinished(pool)) throw backupErrors.startUnfinished({})
  const snapshot = await openSnapshot(pool)
  let key: FileKey | null
  try {
    key = await writeArchive(settings, snapshot, unfinished)
  } catch (error) {
    snapshot.abandon()
    throw await withoutRest(error, settings)
  }
  try {
    await snapshot.close()
    const verified = await verifyBackup(unfinished, key ? { key } : undefined)
    await rename(unfinished, file)
    return verified
  } catch (error) {
    throw await withoutRest(error, settings)
  }
}

/** Takes away what was written. @returns why it failed, in a sentence where the place is to blame */
async function withoutRest(error: unknown, { file }: BackupSettings): Promise<unknown> {
  await rm(`${file}.unfinished`, { force: true }).catch(() => undefined)
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const reason = Object.hasOwn(reasons, code) ? reasons[code] : undefined
  return reason === undefined ? error : backupErrors.notWritable({ file, reason })
}

const reasons: Record<string, string> = {
  ENOSPC: '磁盘已满',
  EDQUOT: '磁盘配额已用完',
  EFBIG: '磁盘容不下这样大的文件',
  EACCES: '没有写的权限',
  EPERM: '没有写的权限',
  EROFS: '磁盘是只读的',
  EIO: '磁盘读写出错',
  ENOENT: '文件夹不存在',
  ENOTDIR: '上级不是文件夹',
  EISDIR: '这个名字已是一个文件夹',
}

/** A backup that would take the room the database needs to go on is given up instead. */
async function* leavingRoom(archive: AsyncIterable<Buffer | string>, { file, dataFolder }: BackupSettings) {
  const [there, here] = await Promise.all([stat(dirname(file)), stat(dataFolder)])
  for await (const chunk of archive) {
    if (there.dev === here.dev && !hasRoom(dataFolder))
      throw backupErrors.notWritable({ file, reason: '磁盘快满了，余下的空间要留给数据库' })
    yield chunk
  }
}

/** @returns what opens the content just written; null when it lies open */
async function writeArchive(settings: BackupSettings, snapshot: Snapshot, unfinished: string): Promise<FileKey | null> {
  const [content, archive] = [new ZipFile(), new ZipFile()]
  const failed = new Promise<never>((_, reject) => {
    for (const zip of [content, archive]) zip.on('error', reject)
  })
  failed.catch(() => undefined)
  const manifest = await addParts(content, settings, snapshot)
  addLazily(content, partNames.manifest, { compress: true, open: () => Readable.from([JSON.stringify(manifest)]) })
  content.end()
  const { key, coverOf } = await addContent(archive, content, settings)
  const cover = once(() => Buffer.from(JSON.stringify(coverOf(manifest))))
  const signature = () => Buffer.from(JSON.stringify(settings.signer.sign(cover())))
  addLazily(archive, coverNames.cover, { compress: false, open: () => Readable.from([cover()]) })
  addLazily(archive, coverNames.signature, { compress: false, open: () => Readable.from([signature()]) })
  archive.end()
  const parts = (stream: AsyncIterable<Buffer | string>) => leavingRoom(stream, settings)
  await Promise.race([pipeline(archive.outputStream, parts, createWriteStream(unfinished, { mode: 0o600 })), failed])
  const handle = await open(unfinished, 'r+')
  await handle.sync().finally(() => handle.close())
  return key
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined
  return () => (made ??= { value: make() }).value
}

/** Puts the content into the archive, through the seal where there are recipients; its cover is known when it has passed. */
async function addContent(archive: ZipFile, content: ZipFile, settings: BackupSettings) {
  const { recipients, program, now, signer } = settings
  const plain = new Measuring()
  const opened = content.outputStream.pipe(plain)
  const { sealed, key } = recipients.length > 0 ? await seal(opened, recipients) : { sealed: opened, key: null }
  let stored = { bytes: 0, sha256: '', sm3: '' }
  const done = (measured: typeof stored) => {
    stored = measured
  }
  addLazily(archive, coverNames.content(recipients), { compress: false, open: () => sealed, done })
  const coverOf = (manifest: Manifest): Cover => ({
    format: 'guatu.backup/2',
    program,
    postgres: manifest.postgres,
    madeAt: now.toISOString(),
    rows: totalRows(manifest),
    files: manifest.files.length,
    damaged: manifest.damaged.length,
    recipients: [...recipients],
    leftOut: listLeftOut(settings),
    content: { stored, plain: plain.result() },
    signer: signer.key,
  })
  return { key, coverOf }
}

/** Kinds of what is not in the backup: sessions never are. */
const listLeftOut = ({ recipients, confidential }: BackupSettings): string[] =>
  [...new Set(Object.values(confidential))].filter((kind) => recipients.length === 0 || kind === 'session').sort()

interface Part {
  compress: boolean
  open: () => Readable
  /** Told what went through, once all did. */
  done?: (measured: ReturnType<Measuring['result']>) => void
}

/** An entry whose bytes are read when the archive has come to it: nothing waits in memory. */
function addLazily(zip: ZipFile, name: string, { compress, open, done }: Part): void {
  zip.addReadStreamLazy(name, { compress, forceZip64Format: true, mode: 0o100600 }, (give) => {
    const measuring = new Measuring()
    measuring.once('end', () => done?.(measuring.result()))
    const source = open()
    // The archive itself does not listen to what feeds it.
    for (const stream of [source, measuring]) stream.on('error', (error) => zip.emit('error', error))
    give(null, source.pipe(measuring))
  })
}

/** Queues all parts; the manifest that is returned is complete when the last of them was read. */
async function addParts(zip: ZipFile, settings: BackupSettings, snapshot: Snapshot): Promise<Manifest> {
  const { dataFolder, program, now, recipients, confidential } = settings
  const leftOut = new Set(listLeftOut(settings))
  const nothing = { bytes: 0, rows: 0, sha256: '', sm3: '' }
  const manifest: Manifest = {
    format: 'guatu.backup/1',
    program,
    postgres: snapshot.postgres,
    madeAt: now.toISOString(),
    migrations: snapshot.migrations,
    sequences: snapshot.sequences,
    tables: [],
    jobs: { name: partNames.jobs, ...nothing },
    files: [],
    secret: null,
    damaged: [],
  }
  for (const table of snapshot.tables) {
    if (leftOut.has(confidential[`${table.schema}.${table.table}`] ?? '')) continue
    const name = partNames.table(table.schema, table.table)
    const open = () => snapshot.copy(table)
    addLazily(zip, name, {
      compress: true,
      open,
      done: (measured) => manifest.tables.push({ name, ...table, ...measured }),
    })
  }
  const jobs = (await snapshot.listJobs()).map((job) => `${JSON.stringify(job)}\n`)
  addLazily(zip, partNames.jobs, {
    compress: true,
    open: () => Readable.from(jobs, { objectMode: false }),
    done: (measured) => Object.assign(manifest.jobs, measured),
  })
  // Listed after the snapshot began: a file is on the disk before the row that names it is committed.
  for (const path of await listKept(join(dataFolder, 'files'))) addFile(zip, path, manifest)
  // The key that seals second factors and mail leaves the house under seal only.
  const secret = recipients.length > 0 ? await readFile(join(dataFolder, 'secret')).catch(() => null) : null
  if (secret)
    addLazily(zip, partNames.secret, {
      compress: false,
      open: () => Readable.from([secret]),
      done: ({ bytes, sha256, sm3 }) => {
        manifest.secret = { name: partNames.secret, bytes, sha256, sm3 }
      },
    })
  return manifest
}

function addFile(zip: ZipFile, path: string, manifest: Manifest): void {
  const sha256 = basename(path)
  const name = partNames.file(sha256)
  addLazily(zip, name, {
    compress: false,
    open: () => createReadStream(path),
    done: ({ bytes, sha256: found, sm3 }) => {
      manifest.files.push({ name, bytes, sha256: found, sm3 })
      if (found !== sha256) manifest.damaged.push(name)
    },
  })
}

/** Paths of all kept files; half-written ones have longer names and are left out. */
export async function listKept(folder: string): Promise<string[]> {
  const names = await readdir(folder, { recursive: true }).catch(() => [])
  return names
    .filter((name) => /^[\da-f]{64}$/.test(basename(name)))
    .sort()
    .map((name) => join(folder, name))
}
