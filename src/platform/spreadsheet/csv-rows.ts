import { parseCsv } from 'hucre/csv'
import { decodeText } from '#platform/reading/decode-text.ts'

/** The rows of a .csv; a leading `sep=` line is Excel's own and no row. */
export function* csvRows(bytes: Uint8Array): Generator<{ index: number; values: unknown[] }> {
  const { text } = decodeText(bytes)
  const separator = /^sep=(.)\r?\n/i.exec(text)
  const settings = separator?.[1] ? { delimiter: separator[1] } : {}
  const rows = parseCsv(separator ? text.slice(separator[0].length) : text, settings)
  for (const [index, values] of rows.entries())
    yield { index: index + (separator ? 1 : 0), values: values.map(plainCell) }
}

/** Programs guard figures from Excel: `="007"` is its own way, a mark before it the clerks'. */
const plainCell = (value: unknown): unknown =>
  typeof value === 'string' ? value.replace(/^\s*="([^"]*)"\s*$|^'(?=[\d=+@-])(.*)$/s, '$1$2') : value
