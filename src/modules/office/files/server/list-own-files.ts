import { and, eq, inArray } from 'drizzle-orm'
import type { Actor } from '#kernel/actor.ts'
import type { Tx } from '#platform/database/tx.ts'
import type { FileView } from '../contract.ts'
import { viewFile } from './list-files-of.ts'
import { files } from './tables.ts'

/** Of these files the ones this person handed in: for drafts, which nothing is joined to yet. */
export async function listOwnFiles(tx: Tx, fileIds: readonly string[], actor: Actor): Promise<FileView[]> {
  if (fileIds.length === 0) return []
  const mine = and(
    eq(files.divisionCode, actor.divisionCode),
    eq(files.uploadedById, actor.userId),
    inArray(files.id, [...fileIds]),
  )
  return (await tx.select().from(files).where(mine)).map(viewFile)
}
