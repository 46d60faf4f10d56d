export interface WorkbookColumn {
  title: string
  /** In characters of the default font; a Chinese character takes two. */
  width: number
  kind?: 'text' | 'number' | 'date'
}
