import { defineModule } from '#platform/operation/implement.ts'
import { findFiles } from './server/finders.ts'
import { getFile, viewPicture } from './server/get-file.ts'
import type { FilePorts } from './server/ports.ts'
import { previewFile } from './server/preview-file.ts'
import { fileRows } from './server/tables.ts'
import { uploadFile } from './server/upload-file.ts'

/** Photos and office files that prove something: kept once, shown safely, seen by those it concerns. */
export const files = (ports: FilePorts) =>
  defineModule({
    name: 'files',
    title: '文件',
    unique: fileRows,
    operations: [uploadFile(ports), getFile(ports), viewPicture(ports), previewFile(ports)],
    finds: [findFiles],
    listens: [],
  })
