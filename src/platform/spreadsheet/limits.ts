/** Where a spreadsheet is too much for one reading. */
export interface SheetLimits {
  bytes: number
  rows: number
  unzippedBytes: number
  zipRatio: number
}

export const sheetLimits: SheetLimits = {
  bytes: 50 * 1024 * 1024,
  rows: 200_000,
  unzippedBytes: 600 * 1024 * 1024,
  zipRatio: 200,
}
