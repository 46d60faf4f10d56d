import { and, arrayOverlaps, eq, inArray, isNull, or, type SQL } from 'drizzle-orm'
import { type Actor, seesWholeCounty } from '#kernel/actor.ts'
import { listGroupsWith } from '#modules/office/organisations/server/index.ts'
import { type Owner, ofRows, owned, refersTo, sameRow } from '#platform/database/same-row.ts'
import type { Tx } from '#platform/database/tx.ts'
import type { RegistryPorts } from '#platform/registry/kit.ts'
import { storedFileErrors } from '../domain/errors.ts'
import type { StoredFile } from '../domain/file.ts'
import { attachments, files } from './tables.ts'

/** Where files become part of something, and who may see them there: the agencies named, or all who follow the county. */
export interface Attaching {
  fileIds: readonly string[]
  actor: Actor
  to: { kind: string; id: string }
  visibleTo: { agencyIds: readonly string[] } | 'county'
}

/** Joins files to what they prove; a person can only give what they can see. Doing it again changes nothing. */
export async function attachFiles(tx: Tx, { fileIds, actor, to, visibleTo }: Attaching): Promise<void> {
  const wanted = [...new Set(fileIds)]
  for (const [position, fileId] of wanted.entries()) {
    await getVisibleFile(tx, fileId, actor)
    const visible = visibleTo === 'county' ? null : [...new Set(visibleTo.agencyIds)]
    await tx
      .insert(attachments)
      .values({
        divisionCode: actor.divisionCode,
        toKind: to.kind,
        toId: to.id,
        position,
        fileId,
        visibleTo: visible,
      })
      .onConflictDoNothing()
  }
}

/** Joins files to the record of a registry they prove; who follows the county reads registries, and sees them. */
export const attachToRecord: NonNullable<RegistryPorts['attach']> = ({ tx, actor }, fileIds, to) =>
  attachFiles(tx, { fileIds, actor, to, visibleTo: 'county' })

/** A file this person handed in, or one joined to something they may see; every other does not exist for them. */
export async function getVisibleFile(tx: Tx, fileId: string, actor: Actor): Promise<StoredFile> {
  const [file] = await tx
    .select()
    .from(files)
    .where(sameRow(files, owned(fileId, actor)))
  if (!file) throw storedFileErrors.fileNotFound({})
  if (file.uploadedById === actor.userId || (await isJoinedFor(tx, fileId, actor))) return file
  throw storedFileErrors.fileNotFound({})
}

async function isJoinedFor(tx: Tx, fileId: string, actor: Actor): Promise<boolean> {
  const joined = and(eq(attachments.fileId, fileId), await joinedFor(tx, actor))
  const [one] = await tx.select({ fileId: attachments.fileId }).from(attachments).where(joined).limit(1)
  return one !== undefined
}

/** Joined to something this person may see. */
export async function joinedFor(tx: Tx, actor: Actor): Promise<SQL | undefined> {
  const here = eq(attachments.divisionCode, actor.divisionCode)
  if (seesWholeCounty(actor)) return here
  const mine = await ownAgencyIds(tx, actor)
  const named = mine.length > 0 ? arrayOverlaps(attachments.visibleTo, mine) : undefined
  return and(here, or(isNull(attachments.visibleTo), named))
}

async function ownAgencyIds(tx: Tx, { agencyId, divisionCode }: Actor): Promise<string[]> {
  return agencyId === null ? [] : [agencyId, ...(await listGroupsWith(tx, agencyId, divisionCode))]
}

/** How many files each of these things has. */
export async function loadAttached(tx: Tx, to: readonly { kind: string; id: string }[], owner: Owner) {
  const kinds = [...new Set(to.map(({ kind }) => kind))]
  if (kinds.length === 0) return []
  return tx
    .select({ toKind: attachments.toKind, toId: attachments.toId, position: attachments.position, file: files })
    .from(attachments)
    .innerJoin(files, refersTo(attachments.fileId, files))
    .where(
      and(
        inArray(attachments.toKind, kinds),
        ofRows(
          attachments.toId,
          to.map(({ id }) => id),
          owner,
        ),
      ),
    )
}
