import { and, asc, eq } from 'drizzle-orm'
import { newId } from '#kernel/ids.ts'
import type { Tx } from '#platform/database/tx.ts'
import { sha256Of } from '#platform/files/file-store.ts'
import { implement, type UploadedFile } from '#platform/operation/implement.ts'
import { readingLimits } from '#platform/reading/document.ts'
import { contentsOf } from '#platform/reading/open-package.ts'
import { openZip } from '#platform/reading/open-zip.ts'
import { isZip, sniffFormat } from '#platform/reading/sniff-format.ts'
import { fileContract } from '../contract.ts'
import { storedFileErrors } from '../domain/errors.ts'
import type { FileKind, StoredFile } from '../domain/file.ts'
import { kindOfFormat } from '../domain/kind-of-format.ts'
import { fileLimit } from '../domain/limits.ts'
import { viewFile } from './list-files-of.ts'
import type { FilePorts } from './ports.ts'
import { files } from './tables.ts'
import { takeIn } from './take-in.ts'

/** Keeps a file; the same bytes of the same person are the same file, however often a weak line makes them come. */
export const uploadFile = (ports: FilePorts) =>
  implement(fileContract.uploadFile, async (call) => {
    const { tx, actor, now, file, about } = call
    const kind = await kindOf(file)
    const sha256 = sha256Of(file.bytes)
    const known = await findSame(tx, sha256, actor.divisionCode)
    await takeIn(ports.files, call, file.bytes)
    const row: StoredFile = {
      id: newId(now.getTime()),
      divisionCode: actor.divisionCode,
      sha256,
      name: file.name,
      kind,
      byteLength: file.bytes.length,
      uploadedById: actor.userId,
      uploadedBy: actor.name,
      uploadedAt: now,
      words: known?.words ?? null,
      wordsRefusal: known?.wordsRefusal ?? null,
    }
    const mine = [files.divisionCode, files.sha256, files.uploadedById]
    const set = { sha256 }
    const [kept = row] = await tx.insert(files).values(row).onConflictDoUpdate({ target: mine, set }).returning()
    about(`文件“${kept.name}”`, { bytes: kept.byteLength, sha256, known: known !== undefined })
    return { ...viewFile(kept), known: known?.name ?? null }
  })

async function findSame(tx: Tx, sha256: string, divisionCode: string): Promise<StoredFile | undefined> {
  const same = and(eq(files.divisionCode, divisionCode), eq(files.sha256, sha256))
  const [row] = await tx.select().from(files).where(same).orderBy(asc(files.uploadedAt), asc(files.id)).limit(1)
  return row
}

async function kindOf({ name, bytes }: UploadedFile): Promise<FileKind> {
  if (bytes.length > fileLimit)
    throw storedFileErrors.tooLarge({
      megabytes: Math.ceil(bytes.length / 1024 / 1024),
      limit: fileLimit / 1024 / 1024,
    })
  const archive = isZip(bytes) ? await openZip(bytes, readingLimits) : undefined
  const sniffed = sniffFormat(bytes, name, archive && (await contentsOf(archive)))
  const kind =
    'refused' in sniffed ? (sniffed.refused.why === 'password' ? 'locked' : 'otherKind') : kindOfFormat(sniffed, name)
  if (kind === 'locked') throw storedFileErrors.locked({ name })
  if (kind === 'otherKind') throw storedFileErrors.kindRefused({ name })
  return kind
}
