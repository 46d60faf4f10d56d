import { stat } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { type Entry, open, type ZipFile } from 'yauzl'
import { jsonIn } from '#kernel/json.ts'
import { backupErrors } from './errors.ts'
import { Manifest, partNames } from './manifest.ts'

/** An archive on the disk, read entry by entry. */
export interface OpenedEntries {
  bytes: number
  names: ReadonlySet<string>
  read(name: string): Promise<Readable>
  close(): void
}

/** The content of a backup. */
export interface OpenedArchive extends OpenedEntries {
  manifest: Manifest
}

const torn = (what: string) => backupErrors.torn({ what })

/** Opens an archive; one that was cut off or is none is refused. */
export async function openEntries(file: string): Promise<OpenedEntries> {
  const found = await stat(file).catch(() => null)
  if (!found?.isFile()) throw backupErrors.noSuchFile({ file })
  const zip = await openZip(file)
  const entries = await listEntries(zip, found.size).catch((error: unknown) => {
    zip.close()
    throw error
  })
  const read = (name: string) => {
    const entry = entries.get(name)
    if (!entry) return Promise.reject(torn(`缺少 ${name}`))
    return readEntry(zip, entry)
  }
  return { bytes: found.size, names: new Set(entries.keys()), read, close: () => zip.close() }
}

/** Opens the content of a backup with its manifest. */
export async function openContent(file: string): Promise<OpenedArchive> {
  const entries = await openEntries(file)
  try {
    if (!entries.names.has(partNames.manifest)) throw backupErrors.notABackup({})
    const manifest = Manifest.safeParse(parseEntry(await readWhole(entries, partNames.manifest), partNames.manifest))
    if (!manifest.success) throw backupErrors.notABackup({})
    return { ...entries, manifest: manifest.data }
  } catch (error) {
    entries.close()
    throw error
  }
}

const openZip = (file: string): Promise<ZipFile> =>
  new Promise((resolve, reject) => {
    open(file, { lazyEntries: true, autoClose: false }, (error, zip) =>
      error || !zip ? reject(torn('文件没有结尾，可能没有写完或没有传完')) : resolve(zip),
    )
  })

/** An entry that claims to lie outside the file is not looked for there. */
const liesWithin = ({ relativeOffsetOfLocalHeader: start, compressedSize }: Entry, size: number): boolean =>
  start >= 0 && compressedSize >= 0 && start + compressedSize <= size

const listEntries = (zip: ZipFile, size: number): Promise<Map<string, Entry>> =>
  new Promise((resolve, reject) => {
    const entries = new Map<string, Entry>()
    zip.on('entry', (entry: Entry) => {
      if (!liesWithin(entry, size)) return reject(torn(`${entry.fileName} 不在文件之内`))
      // Which of two is read differs from program to program.
      if (entries.has(entry.fileName)) return reject(torn(`${entry.fileName} 有两份`))
      entries.set(entry.fileName, entry)
      zip.readEntry()
    })
    zip.on('end', () => resolve(entries))
    zip.on('error', () => reject(torn('目录读不出来')))
    zip.readEntry()
  })

const readEntry = (zip: ZipFile, entry: Entry): Promise<Readable> =>
  new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => (error || !stream ? reject(torn(entry.fileName)) : resolve(stream)))
  })

/** All bytes of a small entry. */
export async function readWhole(entries: OpenedEntries, name: string): Promise<Buffer> {
  try {
    return await buffer(await entries.read(name))
  } catch {
    throw torn(name)
  }
}

export function parseEntry(bytes: Buffer, name: string): unknown {
  const held = jsonIn(bytes.toString('utf8'))
  if (held === undefined) throw torn(name)
  return held
}
