import { z } from 'zod'
import { staff } from '#kernel/actor.ts'
import { contract } from '#kernel/contract.ts'
import { StoredFile } from './domain/file.ts'

export { fileKinds } from './domain/file-kinds.data.ts'
export { fileLimit } from './domain/limits.ts'

const fileId = z.uuid()

/** A file as lists show it. */
export const FileView = StoredFile.pick({
  id: true,
  name: true,
  kind: true,
  byteLength: true,
  sha256: true,
  uploadedBy: true,
  uploadedAt: true,
}).extend({ shownAs: z.enum(['picture', 'words', 'nothing']) })
export type FileView = z.infer<typeof FileView>

export const fileContract = contract('files', {
  uploadFile: {
    path: 'POST /files',
    title: '上传文件',
    by: staff,
    upload: true,
    input: z.object({}),
    /** `known`: the same bytes were there already and are not stored again, with the name they first came under. */
    output: FileView.extend({ known: z.string().nullable() }),
  },
  getFile: {
    path: 'GET /files/:fileId',
    title: '下载文件',
    by: staff,
    download: true,
    input: z.object({ fileId }),
    output: z.unknown(),
  },
  viewPicture: {
    path: 'GET /files/:fileId/picture',
    title: '查看照片',
    by: staff,
    download: true,
    inline: true,
    input: z.object({ fileId }),
    output: z.unknown(),
  },
  previewFile: {
    path: 'GET /files/:fileId/preview',
    title: '预览文件',
    by: staff,
    input: z.object({ fileId }),
    /** `reading`: the words are being taken out; ask again shortly. */
    output: z.object({ file: FileView, state: z.enum(['read', 'reading', 'refused', 'none']), words: z.string() }),
  },
})
