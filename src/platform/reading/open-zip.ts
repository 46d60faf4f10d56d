import { type Entry, fromBuffer, type ZipFile } from 'yauzl'
import type { ReadingLimits } from './document.ts'
import { readingErrors } from './errors.ts'

const bombFloor = 10 * 1024 * 1024

export interface Archive {
  names: string[]
  /** The unfolded bytes of an entry, or undefined when there is none of that name. */
  read(name: string): Promise<Uint8Array | undefined>
}

/**
 * Opens a zip archive held in memory. Sizes are judged from the archive's directory before anything is unfolded, and
 * an entry that then unfolds to more than it declared is refused. Undefined when the archive is torn.
 */
export async function openZip(bytes: Uint8Array, limits: ReadingLimits): Promise<Archive | undefined> {
  const opened = await listEntries(bytes)
  if (!opened) return undefined
  const { file, entries } = opened
  const unfolded = entries.reduce((sum, entry) => sum + entry.uncompressedSize, 0)
  const ratio = Math.round(unfolded / Math.max(1, bytes.length))
  if (unfolded > bombFloor && ratio > limits.zipRatio) throw readingErrors.zipBomb({ ratio })
  if (unfolded > limits.unzippedBytes) throw readingErrors.unzippedTooLarge({ limit: limits.unzippedBytes })
  if (entries.some((entry) => entry.isEncrypted())) throw readingErrors.passwordProtected({ kind: '文件' })
  return {
    names: entries.map((entry) => entry.fileName),
    read: async (name) => {
      const entry = entries.find((each) => each.fileName === name)
      return entry && readEntry(file, entry)
    },
  }
}

function listEntries(bytes: Uint8Array): Promise<{ file: ZipFile; entries: Entry[] } | undefined> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return new Promise((resolve) => {
    fromBuffer(buffer, { lazyEntries: true }, (error, file) => {
      if (error || !file) return resolve(undefined)
      const entries: Entry[] = []
      file.on('entry', (entry: Entry) => {
        entries.push(entry)
        file.readEntry()
      })
      file.on('end', () => resolve({ file, entries }))
      file.on('error', () => resolve(undefined))
      file.readEntry()
    })
  })
}

const torn = () => readingErrors.torn({ kind: '文件' })

function readEntry(file: ZipFile, entry: Entry): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    file.openReadStream(entry, (error, stream) => {
      if (error || !stream) return reject(torn())
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => resolve(Buffer.concat(parts)))
      stream.on('error', () => reject(torn()))
    })
  })
}
