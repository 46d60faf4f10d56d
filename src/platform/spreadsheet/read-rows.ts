import { cellText } from './cell-text.ts'
import { faultOf } from './cell-value.ts'
import { spreadsheetErrors } from './errors.ts'
import { type SheetLimits, sheetLimits } from './limits.ts'
import { openSpreadsheet } from './open-spreadsheet.ts'
import type { RawRow } from './raw-row.ts'

/** One row of a sheet; `row` is its number as the spreadsheet shows it, from 1. */
export interface SheetRow {
  row: number
  cells: string[]
  /** Cells that cannot be taken as they stand, by their places from 0: what they show, `#N/A`, or what is wrong. */
  faults?: Readonly<Record<number, string>>
  /** Not shown in the sheet: hidden by hand or by a filter. */
  hidden?: true
  /** Places of cells that say what a merged cell above them says. */
  fromAbove?: readonly number[]
}

export interface SheetReading {
  /** Name of the sheet read; empty for .csv. */
  sheet: string
  /** Names of all visible sheets that hold anything. */
  sheets: string[]
  /** Rows that hold anything; empty when `onRow` took them. */
  rows: SheetRow[]
  count: number
}

export interface ReadRowsOptions {
  /** Name, or place from 0; the first visible sheet otherwise. */
  sheet?: string | number
  /** Takes each row as it comes, so that a large sheet is never held whole; `false` stops. */
  onRow?: (row: SheetRow) => boolean | undefined | void
  /** Stops after so many rows. */
  firstRows?: number | undefined
  limits?: Partial<SheetLimits>
}

/**
 * Reads the rows of an .xlsx, .xls, .ods or .csv (UTF-8, UTF-16, GB18030) as texts; formulas give their values, cells
 * merged downwards theirs in every row they cover. Throws the refusals of `spreadsheetErrors`.
 */
export async function readRows(bytes: Uint8Array, options: ReadRowsOptions = {}): Promise<SheetReading> {
  const limits = { ...sheetLimits, ...options.limits }
  if (bytes.length === 0) throw spreadsheetErrors.empty({})
  if (bytes.length > limits.bytes) throw spreadsheetErrors.fileTooLarge({ bytes: bytes.length, limit: limits.bytes })
  const rows: SheetRow[] = []
  let count = 0
  const measure = measuring(limits)
  const take = ({ index, values, hidden, fromAbove }: RawRow): boolean => {
    const faults = faultsIn(values)
    const cells = values.map((value, place) => (faults?.[place]?.startsWith('#') ? '' : cellText(value)))
    while (cells.at(-1) === '' && faults?.[cells.length - 1] === undefined) cells.pop()
    if (cells.length === 0) return true
    count += 1
    if (count > limits.rows) throw spreadsheetErrors.tooManyRows({ limit: limits.rows })
    const row: SheetRow = {
      row: index + 1,
      cells,
      ...(faults && { faults }),
      ...(hidden && { hidden }),
      ...(fromAbove?.length && { fromAbove }),
    }
    measure(cells)
    if (options.onRow) return options.onRow(row) !== false
    rows.push(row)
    return options.firstRows === undefined || count < options.firstRows
  }
  const opened = await openSpreadsheet(bytes, { sheet: options.sheet, limits })
  for await (const row of opened.rows) if (!take(row)) break
  if (count === 0) throw spreadsheetErrors.empty({})
  return { sheet: opened.sheet, sheets: opened.sheets, rows, count }
}

function faultsIn(values: readonly unknown[]): Record<number, string> | undefined {
  const faults = values.flatMap((value, place): [number, string][] => {
    const fault = faultOf(value)
    return fault === undefined ? [] : [[place, fault]]
  })
  return faults.length > 0 ? Object.fromEntries(faults) : undefined
}

/** Counts what the rows hold and refuses what is too much to hold at once. */
function measuring(limits: SheetLimits): (cells: readonly string[]) => void {
  let [filled, characters, places] = [0, 0, 0]
  return (cells) => {
    places += cells.length
    for (const cell of cells) {
      if (cell === '') continue
      filled += 1
      characters += cell.length
    }
    if (filled > limits.cells) throw spreadsheetErrors.tooManyCells({ limit: limits.cells })
    if (places > limits.places) throw spreadsheetErrors.tooManyPlaces({ limit: limits.places })
    if (characters > limits.characters) throw spreadsheetErrors.tooManyCharacters({ limit: limits.characters })
  }
}
