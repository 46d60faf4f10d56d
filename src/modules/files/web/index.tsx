export { FilePick } from './file-pick.tsx'
export { type FileShown, FileThumbs } from './file-thumbs.tsx'
