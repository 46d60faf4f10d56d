import { agencyColumns } from '../domain/agency-sheet.ts'

/** Excel reads a CSV as UTF-8 only when it begins with this mark. */
const byteOrderMark = '\ufeff'

/** An empty sheet to fill in, as a link's address. */
export const templateAddress = (): string =>
  `data:text/csv;charset=utf-8,${encodeURIComponent(`${byteOrderMark}${agencyColumns.map(({ title }) => title).join(',')}\r\n`)}`
