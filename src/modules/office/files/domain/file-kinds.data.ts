import type { FileKind } from './file.ts'

interface KindLine {
  title: string
  mediaType: string
  /** How a screen can show it: as a picture, by its words, or not at all. */
  shownAs: 'picture' | 'words' | 'nothing'
}

/** Every kind of file that is taken, with the type it is sent under. */
export const fileKinds: Readonly<Record<FileKind, KindLine>> = {
  jpeg: { title: '照片', mediaType: 'image/jpeg', shownAs: 'picture' },
  png: { title: '图片', mediaType: 'image/png', shownAs: 'picture' },
  webp: { title: '图片', mediaType: 'image/webp', shownAs: 'picture' },
  gif: { title: '图片', mediaType: 'image/gif', shownAs: 'picture' },
  pdf: { title: 'PDF', mediaType: 'application/pdf', shownAs: 'words' },
  ofd: { title: 'OFD', mediaType: 'application/ofd', shownAs: 'words' },
  docx: {
    title: 'Word',
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    shownAs: 'words',
  },
  xlsx: {
    title: 'Excel',
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    shownAs: 'words',
  },
  pptx: {
    title: 'PPT',
    mediaType: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
    shownAs: 'nothing',
  },
  doc: { title: 'Word', mediaType: 'application/msword', shownAs: 'words' },
  xls: { title: 'Excel', mediaType: 'application/vnd.ms-excel', shownAs: 'words' },
  ods: { title: 'ODS 表格', mediaType: 'application/vnd.oasis.opendocument.spreadsheet', shownAs: 'words' },
  wps: { title: 'WPS 文字', mediaType: 'application/vnd.ms-works', shownAs: 'words' },
  et: { title: 'WPS 表格', mediaType: 'application/vnd.ms-excel', shownAs: 'words' },
  txt: { title: '文本', mediaType: 'text/plain; charset=utf-8', shownAs: 'words' },
}
