export interface WorkbookColumn {
  title: string
  /** In characters of the default font; a Chinese character takes two. */
  width: number
  kind?: 'text' | 'number' | 'date'
  /** Neither shown nor printed: marks by which rows are known again when the sheet comes back. */
  hidden?: boolean
}
