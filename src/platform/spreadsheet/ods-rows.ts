import type { Archive } from '#platform/reading/open-zip.ts'
import type { RawCell } from './cell-value.ts'
import { spreadsheetErrors } from './errors.ts'
import type { SheetLimits } from './limits.ts'
import { type MergedCells, spreadMerged } from './merged-cells.ts'
import type { RawRow } from './raw-row.ts'
import { detached, eachOf, type XmlHandler } from './xml-stream.ts'

const content = 'content.xml'

/** An OpenDocument file without its sheets: which ones there are is told while it passes (ISO/IEC 26300-1, 9.1). */
export async function listOdsSheets(archive: Archive): Promise<string[]> {
  const manifest = await archive.read('META-INF/manifest.xml')
  if (manifest && Buffer.from(manifest).includes('encryption-data')) throw spreadsheetErrors.passwordProtected({})
  const tables = new Map<string, boolean>()
  const told = eachOf<{ table: string; isFilled: boolean }>(archive.stream(content), tablesHandler)
  for await (const { table, isFilled } of told) tables.set(table, isFilled || tables.get(table) === true)
  return [...tables].filter(([, isFilled]) => isFilled).map(([name]) => name)
}

function tablesHandler(give: (item: { table: string; isFilled: boolean }) => void): XmlHandler {
  const hidden = new Set<string>()
  let [style, table] = ['', '']
  return {
    open: (tag, attributes) => {
      if (tag === 'style') style = attributes['style:name'] ?? ''
      if (tag === 'table-properties' && attributes['table:display'] === 'false') hidden.add(style)
      if (tag === 'table')
        table = hidden.has(attributes['table:style-name'] ?? '') ? '' : (attributes['table:name'] ?? '')
      if (tag === 'p' && table !== '') give({ table, isFilled: true })
      if (tag === 'spreadsheet') table = ''
    },
    text: () => undefined,
    close: (tag) => {
      if (tag === 'table') table = ''
    },
  }
}

/** The rows of a sheet; merged cells are told at their first row, so that all rows are gathered before. */
export async function* odsRows(archive: Archive, name: string, limits: SheetLimits): AsyncGenerator<RawRow> {
  const merged: MergedCells[] = []
  const rows: RawRow[] = []
  let places = 0
  for await (const row of eachOf<RawRow>(archive.stream(content), (give) =>
    rowsHandler({ name, merged, limits, give }),
  )) {
    places += row.values.length
    if (places > limits.places) throw spreadsheetErrors.tooManyPlaces({ limit: limits.places })
    if (rows.length > limits.rows) throw spreadsheetErrors.tooManyRows({ limit: limits.rows })
    rows.push(row)
  }
  const spread = spreadMerged(merged)
  for (const row of rows) yield spread(row)
}

interface Reading {
  name: string
  merged: MergedCells[]
  limits: SheetLimits
  give: (row: RawRow) => void
}

/** More columns than any program shows. */
const columns = 16_384

function rowsHandler({ name, merged, limits, give }: Reading): XmlHandler {
  let [isWanted, isAside, next] = [false, 0, 0]
  let row: RawRow & { times: number } = { index: 0, values: [], times: 1 }
  let cell: Record<string, string> | undefined
  const words = cellWords(limits)
  const put = (attributes: Record<string, string>) => {
    const value = cellOf(attributes, words.take())
    const times = countIn(attributes, 'table:number-columns-repeated')
    const down = countIn(attributes, 'table:number-rows-spanned')
    const left = row.values.length
    if (down > 1) merged.push({ top: row.index, left, bottom: row.index + down - 1, right: left })
    // What is repeated to the end of the sheet is its background.
    for (let n = Math.min(times, columns - left); n > 0; n -= 1) row.values.push(value)
  }
  return {
    open: (tag, attributes) => {
      if (aside.has(tag)) isAside += 1
      if (isAside > 0) return
      if (tag === 'table') isWanted = attributes['table:name'] === name
      if (!isWanted) return
      if (tag === 'table-row') row = { ...rowOf(attributes), index: next }
      if (isCell(tag)) cell = attributes
      else words.open(tag, attributes)
    },
    text: (text) => {
      if (isWanted && isAside === 0 && cell) words.add(text)
    },
    close: (tag) => {
      if (aside.has(tag)) isAside -= 1
      if (!isWanted || isAside > 0) return
      if (isCell(tag)) {
        put(cell ?? {})
        cell = undefined
      }
      if (tag === 'table-row') {
        next += row.times
        giveEach(row, limits, give)
      }
      if (tag === 'table') isWanted = false
    },
  }
}

function giveEach({ times, ...row }: RawRow & { times: number }, { rows }: SheetLimits, give: Reading['give']): void {
  const count = row.values.every((value) => value === null) ? 0 : Math.min(times, rows + 1)
  for (let n = 0; n < count; n += 1) give({ ...row, index: row.index + n })
}

const isCell = (tag: string): boolean => tag === 'table-cell' || tag === 'covered-table-cell'

/** The paragraphs of a cell; blanks, tabs and line ends stand in them as elements. */
function cellWords({ characters: limit }: SheetLimits) {
  let paragraphs: string[] = []
  const add = (text: string) => {
    if (paragraphs.length === 0) return
    const whole = (paragraphs.pop() ?? '') + text
    if (whole.length > limit) throw spreadsheetErrors.tooManyCharacters({ limit })
    paragraphs.push(whole)
  }
  return {
    add,
    open: (tag: string, attributes: Record<string, string>) => {
      if (tag === 'p') paragraphs.push('')
      if (tag === 's') add(' '.repeat(Math.min(100, countIn(attributes, 'text:c'))))
      if (tag === 'tab') add('\t')
      if (tag === 'line-break') add('\n')
    },
    take: (): string => {
      const text = detached(paragraphs.join('\n'))
      paragraphs = []
      return text
    },
  }
}

/** Remarks on cells and words in pictures are no content of theirs. */
const aside = new Set(['annotation', 'shapes', 'frame', 'custom-shape'])

const countIn = (attributes: Record<string, string>, name: string): number =>
  Math.max(1, Number.parseInt(attributes[name] ?? '1', 10) || 1)

const rowOf = (attributes: Record<string, string>) => ({
  values: [],
  times: countIn(attributes, 'table:number-rows-repeated'),
  hidden: ['collapse', 'filter'].includes(attributes['table:visibility'] ?? ''),
})

/** ISO/IEC 26300-1, 19.385 (office:value-type); what the cell shows stands beside its value. */
function cellOf(attributes: Record<string, string>, shown: string): RawCell {
  const value = Number(attributes['office:value'])
  if (attributes['calcext:value-type'] === 'error') return { fault: shown.startsWith('#') ? shown : '#N/A' }
  switch (attributes['office:value-type']) {
    case 'float':
    case 'currency':
      return /^\D*0\d+$/.test(shown) && !/[.,]/.test(shown) ? { shown } : value
    case 'percentage':
      return { shown: `${Number((value * 100).toPrecision(15))}%` }
    case 'boolean':
      return attributes['office:boolean-value'] === 'true'
    case 'date':
      return /^\d{4}\s*[-/.年]\s*(\d{1,2}\s*月?)?$/.test(shown)
        ? { shown }
        : (attributes['office:date-value'] ?? shown).replace(/T00:00:00(\.0+)?$/, '').replace('T', ' ')
    default:
      return shown === '' ? null : shown
  }
}
