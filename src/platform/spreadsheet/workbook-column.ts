export interface WorkbookColumn {
  title: string
  /** In characters of the default font; a Chinese character takes two. */
  width: number
  /** `place` is a running number, in the middle of its column. */
  kind?: 'text' | 'number' | 'date' | 'place'
  /** Neither shown nor printed: marks by which rows are known again when the sheet comes back. */
  hidden?: boolean
}
