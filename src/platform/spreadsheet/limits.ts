/** Where a spreadsheet is too much for one reading. */
export interface SheetLimits {
  bytes: number
  rows: number
  /** Filled cells, and what they hold together; a sheet that repeats one long text is small on the disk alone. */
  cells: number
  characters: number
  /** Cells with the empty ones before them: one cell far to the right makes a whole row. */
  places: number
  /** Of the list of texts all sheets share, which is held whole while one of them is read. */
  sharedCharacters: number
  unzippedBytes: number
  /** Of a part that is read whole: names of sheets, formats. Rows and shared texts are read as they unfold. */
  partBytes: number
  zipRatio: number
}

/** Rows reach the server's own thread in one message: what they hold is bounded by the pause that makes. */
export const sheetLimits: SheetLimits = {
  bytes: 50 * 1024 * 1024,
  rows: 50_000,
  cells: 300_000,
  characters: 5_000_000,
  places: 1_000_000,
  sharedCharacters: 20_000_000,
  unzippedBytes: 600 * 1024 * 1024,
  partBytes: 20 * 1024 * 1024,
  zipRatio: 200,
}

/** A sheet that is compared row by row with what is kept, while others wait: more rows than any county's register has. */
export const importedRows = 2000

/** A sheet that is read row by row into a file, of which no more than a batch lies in memory. */
export const streamedLimits = {
  rows: 300_000,
  cells: 6_000_000,
  characters: 120_000_000,
  places: 6_000_000,
  sharedCharacters: 60_000_000,
} as const satisfies Partial<SheetLimits>
