import { type RawCell, uncounted } from './cell-value.ts'
import { spreadsheetErrors } from './errors.ts'
import type { SheetLimits } from './limits.ts'
import { columnOf, type MergedCells, rangeOf, spreadMerged } from './merged-cells.ts'
import type { Workbook } from './open-workbook.ts'
import type { RawRow } from './raw-row.ts'
import { detached, eachOf, type XmlHandler } from './xml-stream.ts'

/**
 * The rows of a sheet as its part unfolds, so that no sheet is ever held whole; a formula gives its last value. Throws
 * where the shared texts or one cell are too much to hold, and what the archive's reading throws.
 */
export async function* xlsxRows(workbook: Workbook, name: string, limits: SheetLimits): AsyncGenerator<RawRow> {
  const { archive, sheets } = workbook
  const part = sheets.find((sheet) => sheet.name === name)?.part
  if (part === undefined || !archive.names.includes(part)) throw spreadsheetErrors.torn({})
  const spread = spreadMerged(await mergedIn(archive.stream(part)))
  const shared = await sharedTexts(workbook, limits)
  const rows = eachOf<RawRow>(archive.stream(part), (give) => sheetHandler({ ...workbook, shared, limits }, give))
  for await (const row of rows) yield spread(row)
}

/** Whether a sheet holds anything but formats and pictures. */
export async function holdsCells({ archive }: Workbook, part: string): Promise<boolean> {
  let rest = ''
  for await (const block of archive.stream(part)) {
    const text = rest + Buffer.from(block.buffer, block.byteOffset, block.byteLength).toString('latin1')
    if (/<(?:\w+:)?[vt](?:\s[^>]*)?>[^<]/.test(text)) return true
    rest = text.slice(-100)
  }
  return false
}

/** More merged cells than a table anybody fills in has. */
const mostMerged = 50_000

/** Merged cells are told after all rows, but are needed with the first: the part is looked through for them before. */
async function mergedIn(blocks: AsyncIterable<Uint8Array>): Promise<MergedCells[]> {
  const merged: MergedCells[] = []
  let rest = ''
  for await (const block of blocks) {
    const text = rest + Buffer.from(block.buffer, block.byteOffset, block.byteLength).toString('latin1')
    const end = text.lastIndexOf('<')
    for (const [, reference = ''] of text.slice(0, end).matchAll(/<(?:\w+:)?mergeCell\s[^>]*?ref="([^"]*)"/g)) {
      const range = rangeOf(reference)
      if (range && merged.length < mostMerged) merged.push(range)
    }
    rest = end < 0 ? '' : text.slice(end).slice(0, 500)
  }
  return merged
}

/** Collects the characters of the elements named; what is read aloud beside them (`rPh`) is no content. */
function collector(tags: ReadonlySet<string>, limit: number) {
  let [collected, isInside, isAloud] = ['', false, false]
  return {
    open: (tag: string) => {
      if (tag === 'rPh') isAloud = true
      else if (tags.has(tag)) isInside = true
    },
    text: (text: string) => {
      if (!isInside || isAloud) return
      collected += text
      if (collected.length > limit) throw spreadsheetErrors.tooManyCharacters({ limit })
    },
    close: (tag: string) => {
      if (tag === 'rPh') isAloud = false
      else if (tags.has(tag)) isInside = false
    },
    take: (): string => {
      const text = collected
      collected = ''
      return text
    },
  }
}

/** ECMA-376 part 1, 22.9.2.19 (ST_Xstring): characters XML cannot carry. */
const textOf = (text: string): string =>
  detached(text.replace(/_x([0-9a-f]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))))

/** Even an empty text takes its place in the list. */
const emptyWeight = 10

async function sharedTexts({ archive, sharedPart }: Workbook, limits: SheetLimits): Promise<string[]> {
  const texts: string[] = []
  if (sharedPart === undefined) return texts
  const limit = limits.sharedCharacters
  let weight = 0
  for await (const text of eachOf<string>(archive.stream(sharedPart), (give) => sharedHandler(limit, give))) {
    weight += text.length + emptyWeight
    if (weight > limit) throw spreadsheetErrors.tooManyCharacters({ limit })
    texts.push(text)
  }
  return texts
}

function sharedHandler(limit: number, give: (text: string) => void): XmlHandler {
  const words = collector(new Set(['t']), limit)
  return {
    ...words,
    close: (tag) => {
      words.close(tag)
      if (tag === 'si') give(textOf(words.take()))
    },
  }
}

interface Reading extends Pick<Workbook, 'styles'> {
  shared: readonly string[]
  limits: SheetLimits
}

function sheetHandler(reading: Reading, give: (row: RawRow) => void): XmlHandler {
  const words = collector(new Set(['v', 't']), reading.limits.characters)
  let row: RawRow = { index: -1, values: [] }
  let cell: Record<string, string> = {}
  let formula: 'none' | 'waits' | 'counted' = 'none'
  return {
    open: (tag, attributes) => {
      words.open(tag)
      if (tag === 'row') row = rowOf(attributes, row.index + 1)
      if (tag === 'f') formula = 'waits'
      if (tag === 'v') formula = 'counted'
      if (tag !== 'c') return
      cell = attributes
      formula = 'none'
      words.take()
    },
    text: words.text,
    close: (tag) => {
      words.close(tag)
      if (tag === 'row') give(row)
      if (tag === 'c') {
        const text = words.take()
        place(row.values, cell.r, formula === 'waits' ? uncounted : valueOf(reading, cell, text))
      }
    },
  }
}

const rowOf = ({ r, hidden }: Record<string, string>, next: number): RawRow => ({
  index: r ? Number(r) - 1 : next,
  values: [],
  hidden: hidden === '1' || hidden === 'true',
})

/** Excel's columns end at XFD. */
const columns = 16_384

function place(values: unknown[], reference: string | undefined, value: unknown): void {
  const letters = /^[A-Z]{1,3}/i.exec(reference ?? '')?.[0]
  const column = letters ? columnOf(letters) : values.length
  if (column >= columns) throw spreadsheetErrors.torn({})
  while (values.length < column) values.push(null)
  values[column] = value
}

/** ECMA-376 part 1, 18.18.11 (ST_CellType); without a type a number, whose style may say more than its value. */
function valueOf({ shared, styles }: Reading, { t: type, s: style }: Record<string, string>, text: string): RawCell {
  if (type === 's') {
    const found = shared[Number(text)]
    // A text that the file has lost is no empty cell.
    if (found === undefined && text !== '') throw spreadsheetErrors.torn({})
    return found ?? null
  }
  if (type === 'e') return { fault: detached(text || '#N/A') }
  if (type === 'str' || type === 'inlineStr') return textOf(text)
  if (type === 'b') return text === '1' || text.toLowerCase() === 'true'
  if (type === 'd') return detached(text.replace(/T00:00:00(\.0+)?Z?$/, ''))
  const number = Number(text)
  if (text === '' || Number.isNaN(number)) return text === '' ? null : detached(text)
  return styles[Number(style ?? 0)]?.(number) ?? number
}
