import { stat } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { type Entry, open, type ZipFile } from 'yauzl'
import { backupErrors } from './errors.ts'
import { Manifest, partNames } from './manifest.ts'

/** An archive on the disk, read entry by entry. */
export interface OpenedArchive {
  manifest: Manifest
  bytes: number
  names: ReadonlySet<string>
  read(name: string): Promise<Readable>
  close(): void
}

const torn = (what: string) => backupErrors.torn({ what })

/** Opens the archive and its manifest; one that was cut off or is none is refused. */
export async function openBackup(file: string): Promise<OpenedArchive> {
  const found = await stat(file).catch(() => null)
  if (!found?.isFile()) throw backupErrors.noSuchFile({ file })
  const zip = await openZip(file)
  const entries = await listEntries(zip, found.size)
  const read = (name: string) => {
    const entry = entries.get(name)
    if (!entry) return Promise.reject(torn(`缺少 ${name}`))
    return readEntry(zip, entry)
  }
  try {
    if (!entries.has(partNames.manifest)) throw backupErrors.notABackup({})
    const manifest = Manifest.safeParse(await readJson(await read(partNames.manifest)))
    if (!manifest.success) throw backupErrors.notABackup({})
    return {
      manifest: manifest.data,
      bytes: found.size,
      names: new Set(entries.keys()),
      read,
      close: () => zip.close(),
    }
  } catch (error) {
    zip.close()
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

async function readJson(stream: Readable): Promise<unknown> {
  const parts: Buffer[] = []
  try {
    for await (const part of stream) parts.push(Buffer.from(part))
    return JSON.parse(Buffer.concat(parts).toString('utf8'))
  } catch {
    throw torn(partNames.manifest)
  }
}
