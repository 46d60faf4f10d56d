import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readRows } from '#platform/spreadsheet/read-rows.ts'

/** A real list of 29,190 rows kept beside the repository; without it the test is skipped and says so. */
const file = new URL('../../shared/corpus/policy-titles.xlsx', import.meta.url)
const isThere = existsSync(file)

test.skipIf(!isThere)(
  isThere
    ? 'a real list of 29,190 rows is read quickly and row by row'
    : 'skipped: no ../shared/corpus/policy-titles.xlsx',
  async () => {
    const bytes = Uint8Array.from(readFileSync(file))
    const before = process.memoryUsage().rss
    let peak = before
    let last = ''
    const started = performance.now()
    const { count } = await readRows(bytes, {
      onRow: ({ row, cells }) => {
        last = cells[0] ?? ''
        if (row % 1000 === 0) peak = Math.max(peak, process.memoryUsage().rss)
      },
    })
    const seconds = (performance.now() - started) / 1000
    console.log(`29,190 rows: ${seconds.toFixed(1)} s, ${Math.round((peak - before) / 1e6)} MB more than before`)
    expect({ count, last }).toEqual({ count: 29_191, last: '29190' })
    expect(seconds).toBeLessThan(15)
    expect((peak - before) / 1e6).toBeLessThan(400)
  },
  30_000,
)
