/** Where a spreadsheet is too much for one reading. */
export interface SheetLimits {
  bytes: number
  rows: number
  /** Filled cells, and what they hold together; a sheet that repeats one long text is small on the disk alone. */
  cells: number
  characters: number
  unzippedBytes: number
  zipRatio: number
}

export const sheetLimits: SheetLimits = {
  bytes: 50 * 1024 * 1024,
  rows: 200_000,
  cells: 2_000_000,
  characters: 20_000_000,
  unzippedBytes: 600 * 1024 * 1024,
  zipRatio: 200,
}
