import { type Readable, Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type FileKey, unseal } from '../sealing/sealing.ts'
import { isSignedBy, Signature } from '../signing/signing.ts'
import { type OpenedArchive, type OpenedEntries, openContent, openEntries, parseEntry, readWhole } from './archive.ts'
import { backupErrors } from './errors.ts'
import { Cover, coverNames, type Manifest, type Measure, partNames, totalRows } from './manifest.ts'
import { Measuring } from './measure.ts'

export interface Verified {
  cover: Cover
  /** Of the archive. */
  bytes: number
  /** Whether the content itself was read, not only what lies on the disk: a sealed one opens by its key alone. */
  isRead: boolean
}

const nowhere = (): Writable => new Writable({ write: (_chunk, _encoding, done) => done() })

/**
 * Reads every byte of the archive and holds it against cover and signature; with the private key, or the key of the
 * file, also against what it is when opened. Whether the signer is to be trusted is for the caller to judge.
 */
export async function verifyBackup(file: string, by?: { identity: string } | { key: FileKey }): Promise<Verified> {
  const entries = await openEntries(file)
  try {
    if (!entries.names.has(coverNames.cover)) return await verifyFirstFormat(file)
    const cover = await readCover(entries)
    await verifyContent(entries, cover)
    const isRead = cover.recipients.length === 0 || by !== undefined
    if (by && cover.recipients.length > 0) await verifySealed(entries, cover, by)
    return { cover, bytes: entries.bytes, isRead }
  } finally {
    entries.close()
  }
}

/** The cover, as its signer wrote it. */
async function readCover(entries: OpenedEntries): Promise<Cover> {
  const { cover: name, signature: signatureName } = coverNames
  const bytes = await readWhole(entries, name)
  const cover = Cover.safeParse(parseEntry(bytes, name))
  const signature = Signature.safeParse(parseEntry(await readWhole(entries, signatureName), signatureName))
  if (!cover.success || !signature.success || !cover.data.signer) throw backupErrors.forged({})
  if (!isSignedBy(bytes, signature.data, cover.data.signer)) throw backupErrors.forged({})
  const known = new Set([name, signatureName, coverNames.content(cover.data.recipients)])
  refuseStrange(entries, known)
  return cover.data
}

/** Backups of before: the archive is the content, without seal and signature. */
async function verifyFirstFormat(file: string): Promise<Verified> {
  const archive = await openContent(file)
  try {
    await verifyParts(archive)
    return { cover: coverOf(archive.manifest), bytes: archive.bytes, isRead: true }
  } finally {
    archive.close()
  }
}

const coverOf = (manifest: Manifest): Cover => ({
  format: 'guatu.backup/1',
  program: manifest.program,
  postgres: manifest.postgres,
  madeAt: manifest.madeAt,
  rows: totalRows(manifest),
  files: manifest.files.length,
  damaged: manifest.damaged.length,
  recipients: [],
  leftOut: [],
  content: null,
  signer: null,
})

const verifyContent = async (entries: OpenedEntries, { recipients, content }: Cover): Promise<void> => {
  if (!content) throw backupErrors.forged({})
  const name = coverNames.content(recipients)
  await verifyStream(await entries.read(name), { name, ...content.stored })
}

async function verifySealed(
  entries: OpenedEntries,
  { recipients, content }: Cover,
  by: { identity: string } | { key: FileKey },
): Promise<void> {
  const name = coverNames.content(recipients)
  if (content) await verifyStream(await unseal(await entries.read(name), by), { name, ...content.plain })
}

/** Holds every part of an opened content against its manifest. */
export async function verifyParts(archive: OpenedArchive): Promise<void> {
  const { manifest } = archive
  const parts: (Measure & { rows?: number })[] = [...manifest.tables, manifest.jobs, ...manifest.files]
  if (manifest.secret) parts.push(manifest.secret)
  refuseStrange(archive, new Set([partNames.manifest, ...parts.map(({ name }) => name)]))
  for (const part of parts) await verifyStream(await archive.read(part.name), part)
}

function refuseStrange({ names }: OpenedEntries, known: ReadonlySet<string>): void {
  const strange = [...names].find((name) => !known.has(name))
  if (strange !== undefined) throw backupErrors.torn({ what: `多出 ${strange}` })
}

async function verifyStream(stream: Readable, part: Measure & { rows?: number }): Promise<void> {
  const measuring = new Measuring()
  await pipeline(stream, measuring, nowhere()).catch(() => {
    throw backupErrors.torn({ what: `${part.name} 读不出来` })
  })
  const found = measuring.result()
  const isSame = found.bytes === part.bytes && found.sha256 === part.sha256 && found.sm3 === part.sm3
  if (!isSame || (part.rows !== undefined && part.rows !== found.rows))
    throw backupErrors.torn({ what: `${part.name} 与清单不符` })
}
