import { type Owner } from '#platform/database/same-row.ts'
import type { Tx } from '#platform/database/tx.ts'
import { type FileView, fileKinds } from '../contract.ts'
import type { StoredFile } from '../domain/file.ts'
import { loadAttached } from './attach-files.ts'

/**
 * The files of each thing asked for, in the order they were joined; a thing without files is not in the map.
 * Whether the person may see the thing is for the caller to have settled.
 */
export async function listFilesOf(
  tx: Tx,
  of: readonly { kind: string; id: string }[],
  owner: Owner,
): Promise<Map<string, FileView[]>> {
  const asked = new Set(of.map(({ kind, id }) => `${kind}/${id}`))
  const rows = (await loadAttached(tx, of, owner)).filter(({ toKind, toId }) => asked.has(`${toKind}/${toId}`))
  const found = new Map<string, FileView[]>()
  for (const { toId, file } of rows.sort((a, b) => a.position - b.position))
    found.set(toId, [...(found.get(toId) ?? []), viewFile(file)])
  return found
}

export function viewFile(file: StoredFile): FileView {
  const { id, name, kind, byteLength, sha256, uploadedBy, uploadedAt } = file
  return { id, name, kind, byteLength, sha256, uploadedBy, uploadedAt, shownAs: fileKinds[kind].shownAs }
}
