import { Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type OpenedArchive, openBackup } from './archive.ts'
import { backupErrors } from './errors.ts'
import { type Manifest, type Measure, partNames, totalRows } from './manifest.ts'
import { Measuring } from './measure.ts'

export interface Verified {
  manifest: Manifest
  /** Of the archive. */
  bytes: number
  rows: number
  files: number
}

const nowhere = (): Writable => new Writable({ write: (_chunk, _encoding, done) => done() })

/** Reads every byte of the archive and holds sizes, row counts and both hashes against its manifest. */
export async function verifyBackup(file: string): Promise<Verified> {
  const archive = await openBackup(file)
  try {
    await verifyParts(archive)
    const { manifest, bytes } = archive
    return { manifest, bytes, rows: totalRows(manifest), files: manifest.files.length }
  } finally {
    archive.close()
  }
}

async function verifyParts(archive: OpenedArchive): Promise<void> {
  const { manifest, names } = archive
  const parts: (Measure & { rows?: number })[] = [...manifest.tables, manifest.jobs, ...manifest.files]
  if (manifest.secret) parts.push(manifest.secret)
  const known = new Set([partNames.manifest, ...parts.map(({ name }) => name)])
  const strange = [...names].find((name) => !known.has(name))
  if (strange !== undefined) throw backupErrors.torn({ what: `多出 ${strange}` })
  for (const part of parts) await verifyPart(archive, part)
}

async function verifyPart(archive: OpenedArchive, part: Measure & { rows?: number }): Promise<void> {
  const measuring = new Measuring()
  const stream = await archive.read(part.name)
  await pipeline(stream, measuring, nowhere()).catch(() => {
    throw backupErrors.torn({ what: `${part.name} 读不出来` })
  })
  const found = measuring.result()
  const isSame = found.bytes === part.bytes && found.sha256 === part.sha256 && found.sm3 === part.sm3
  if (!isSame || (part.rows !== undefined && part.rows !== found.rows))
    throw backupErrors.torn({ what: `${part.name} 与清单不符` })
}
