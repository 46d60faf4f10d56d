import { spreadsheetErrors } from './errors.ts'
import type { SheetReading, SheetRow } from './read-rows.ts'

/** A column a table should have. */
export interface ExpectedColumn<K extends string = string> {
  key: K
  title: string
  /** Other titles offices use for it. */
  aliases?: readonly string[]
  required?: boolean
}

/** Where each expected column stands in a header row: key → place from 0. */
export type ColumnPlaces<K extends string = string> = ReadonlyMap<K, number>

/** Titles are compared without blanks, brackets' notes, marks and the width of letters. */
export const normalTitle = (title: string): string =>
  title
    .normalize('NFKC')
    .replace(/\(.*?\)|【.*?】|\[.*?\]/g, '')
    .replace(/[\s*:_/\-—、，。]/g, '')
    .toLowerCase()

/**
 * Finds the expected columns in one header row. A title that names two columns of the row exactly is refused; required
 * columns that are missing are refused with what was expected and what was seen.
 */
export function matchColumns<K extends string>(
  header: readonly string[],
  columns: readonly ExpectedColumn<K>[],
  { sheet = '', sheets = [] }: Partial<Pick<SheetReading, 'sheet' | 'sheets'>> = {},
): ColumnPlaces<K> {
  const places = placesOf(header, columns)
  const missing = columns.filter((column) => column.required && !places.has(column.key)).map(({ title }) => title)
  const seen = header.map((title) => title.replace(/\s+/g, ' ').trim()).filter((title) => title !== '')
  if (missing.length > 0) {
    const others = sheets.filter((name) => name !== sheet)
    throw spreadsheetErrors.headerNotFound({ missing, seen: seen.slice(0, 20), sheet, others })
  }
  for (const { key, title, aliases = [] } of columns) {
    const names = new Set([title, ...aliases].map(normalTitle))
    const doubles = header.flatMap((each, place) =>
      normalTitle(each) === normalTitle(header[places.get(key) ?? -1] ?? '') && names.has(normalTitle(each))
        ? [place]
        : [],
    )
    if (doubles.length > 1)
      throw spreadsheetErrors.ambiguousHeader({ title, places: doubles.map((place) => `第 ${place + 1} 列`) })
  }
  return places
}

function placesOf<K extends string>(header: readonly string[], columns: readonly ExpectedColumn<K>[]): Map<K, number> {
  const titles = header.map(normalTitle)
  const places = new Map<K, number>()
  // Titles before aliases, so that an alias never takes a column another title names.
  for (const named of [
    (column: ExpectedColumn<K>) => [column.title],
    (column: ExpectedColumn<K>) => column.aliases ?? [],
  ]) {
    for (const column of columns.filter(({ key }) => !places.has(key))) {
      const taken = new Set(places.values())
      const names = named(column).map(normalTitle)
      const place = names
        .map((name) => titles.findIndex((title, i) => title === name && !taken.has(i)))
        .find((at) => at >= 0)
      if (place !== undefined) places.set(column.key, place)
    }
  }
  return places
}

export interface FoundHeader<K extends string = string> {
  places: ColumnPlaces<K>
  /** Titles as read, one per column. */
  titles: string[]
  /** Index in the rows given of the first row of the header. */
  from: number
  /** Index in the rows given of the first row after the header. */
  next: number
}

/** Tables begin with a title, a note, perhaps the unit; the header is looked for this far down. */
export const deepest = 20

/**
 * Finds the header row among the first rows of a sheet, also one that stands in two rows under merged group titles
 * (目标 over 2026年 and 2027年 gives 目标2026年). Throws `headerNotFound` with the best row's titles otherwise.
 */
export function findHeader<K extends string>(
  rows: readonly SheetRow[],
  columns: readonly ExpectedColumn<K>[],
  file: Partial<Pick<SheetReading, 'sheet' | 'sheets'>> = {},
): FoundHeader<K> {
  const candidates = rows.slice(0, deepest).flatMap((row, i) => {
    const below = rows[i + 1]
    const single = { titles: row.cells, from: i, next: i + 1 }
    return below ? [single, { titles: combine(row.cells, below.cells), from: i, next: i + 2 }] : [single]
  })
  const scored = candidates.map((each) => ({ ...each, score: placesOf(each.titles, columns).size }))
  const best = scored.reduce<(typeof scored)[number] | undefined>(
    (a, b) => (a && a.score >= b.score ? a : b),
    undefined,
  )
  if (!best) throw spreadsheetErrors.empty({})
  const { titles, from, next } = best
  return { places: matchColumns(titles, columns, file), titles, from, next }
}

/** Whether the head stands among these rows, whatever else is wrong with it. */
export const hasHeader = (rows: readonly SheetRow[], columns: readonly ExpectedColumn[]): boolean => {
  try {
    findHeader(rows, columns)
    return true
  } catch {
    return false
  }
}

/** A group title stands over its first column only; the columns to its right take it too where they have titles below. */
function combine(above: readonly string[], below: readonly string[]): string[] {
  let group = ''
  return Array.from({ length: Math.max(above.length, below.length) }, (_, i) => {
    const [top = '', bottom = ''] = [above[i], below[i]]
    if (top !== '') group = top
    // A title merged over both rows is read in both.
    if (bottom === '' || bottom === top) return top
    return top === '' && i === 0 ? bottom : group + bottom
  })
}

/** The cell of an expected column in a row; '' where the column or the cell is missing. */
export const cellOf = <K extends string>(row: SheetRow, places: ColumnPlaces<K>, key: K): string =>
  row.cells[places.get(key) ?? -1] ?? ''
