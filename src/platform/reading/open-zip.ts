import type { Readable } from 'node:stream'
import { type Entry, fromBuffer, type ZipFile } from 'yauzl'
import type { ReadingLimits } from './document.ts'
import { readingErrors } from './errors.ts'

const bombFloor = 10 * 1024 * 1024

export interface Archive {
  names: string[]
  /** The unfolded bytes of an entry, or undefined when there is none of that name; larger ones are only streamed. */
  read(name: string): Promise<Uint8Array | undefined>
  /** The unfolded bytes of an entry as they come; nothing when there is none of that name. */
  stream(name: string): AsyncGenerator<Uint8Array>
}

/**
 * Opens a zip archive held in memory. Sizes are judged from the archive's directory before anything is unfolded, and
 * an entry that then unfolds to more than it declared is refused as it passes. Undefined when the archive is torn.
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
  // Names are compared without regard to case (ECMA-376 part 2, 6.2.2.3).
  const byName = new Map(entries.map((entry) => [entry.fileName.toLowerCase(), entry]))
  const find = (name: string) => byName.get(name.toLowerCase())
  return {
    names: entries.map((entry) => entry.fileName),
    read: async (name) => {
      const entry = find(name)
      if (!entry) return undefined
      if (entry.uncompressedSize > limits.partBytes) throw readingErrors.unzippedTooLarge({ limit: limits.partBytes })
      const parts: Uint8Array[] = []
      for await (const part of streamEntry(file, entry)) parts.push(part)
      return Buffer.concat(parts)
    },
    stream: async function* (name) {
      const entry = find(name)
      if (entry) yield* streamEntry(file, entry)
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

/** Node unfolds only a few blocks ahead of the reader, and stops when the reader leaves. */
async function* streamEntry(file: ZipFile, entry: Entry): AsyncGenerator<Uint8Array> {
  const stream = await openStream(file, entry)
  try {
    for await (const part of stream) if (part instanceof Uint8Array) yield part
  } catch {
    throw torn()
  }
}

const openStream = (file: ZipFile, entry: Entry): Promise<Readable> =>
  new Promise((resolve, reject) => {
    file.openReadStream(entry, (error, stream) => (error || !stream ? reject(torn()) : resolve(stream)))
  })
