import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { streamedLimits } from '#platform/spreadsheet/limits.ts'
import { readRows } from '#platform/spreadsheet/read-rows.ts'
import { openTable } from '#platform/spreadsheet/read-table.ts'
import { serveJobs } from '#platform/threads/serve-jobs.ts'
import type { ReadJob, ReadOutcome } from './read-import.ts'

/** The thread that reads a sheet of any length: its records go to a file, line by line. */
serveJobs(async ({ bytes, columns, nameKey, place }: ReadJob): Promise<ReadOutcome> => {
  const file = createWriteStream(place, { mode: 0o600 })
  const failed = once(file, 'error').then(([error]) => Promise.reject(error))
  let [count, waiting] = [0, '']
  const table = openTable(columns, nameKey, ({ row, cells, problems }) => {
    count += 1
    waiting += `${JSON.stringify({ row, cells: Object.fromEntries(cells), problems })}\n`
    if (waiting.length < 1 << 20) return
    file.write(waiting)
    waiting = ''
  })
  const reading = await readRows(bytes, { onRow: table.take, limits: streamedLimits })
  const left = table.end(reading)
  file.end(waiting)
  await Promise.race([once(file, 'finish'), failed])
  return { count, ...left }
})
