export { FilePick } from './file-pick.tsx'
export type { FileShown } from './file-shown.ts'
export { FileThumbs } from './file-thumbs.tsx'
export { filesWeb } from './module.ts'
