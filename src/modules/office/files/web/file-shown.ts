import type { FileView } from '../contract.ts'

/** What a list of files needs to know of one. */
export type FileShown = Pick<FileView, 'id' | 'name' | 'byteLength' | 'shownAs' | 'uploadedBy' | 'uploadedAt'>
