import { and, desc, eq, exists, or } from 'drizzle-orm'
import { dayOf } from '#kernel/moment.ts'
import type { Finder } from '#platform/operation/finder.ts'
import { fileContract } from '../contract.ts'
import { joinedFor } from './attach-files.ts'
import { attachments, files } from './tables.ts'

/** Files by their names: those this person handed in, and those joined to something they may see. */
export const findFiles: Finder = {
  title: '文件',
  shows: fileContract.getFile,
  list: async ({ tx, actor }) => {
    const joined = tx
      .select({ fileId: attachments.fileId })
      .from(attachments)
      .where(and(eq(attachments.fileId, files.id), await joinedFor(tx, actor)))
    const { id, name, uploadedBy, uploadedAt } = files
    const rows = await tx
      .select({ id, name, uploadedBy, uploadedAt })
      .from(files)
      .where(and(eq(files.divisionCode, actor.divisionCode), or(eq(files.uploadedById, actor.userId), exists(joined))))
      .orderBy(desc(uploadedAt), desc(id))
    return rows.map((file) => ({
      title: file.name,
      note: `${dayOf(file.uploadedAt)} ${file.uploadedBy}上传`,
      to: `/api/files/${file.id}`,
    }))
  },
}
