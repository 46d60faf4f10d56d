import { serveJobs } from '#platform/threads/serve-jobs.ts'
import { readRows } from './read-rows.ts'
import type { SheetJob } from './read-sheet.ts'

/** The thread that reads spreadsheets one after another. */
serveJobs(({ bytes, ...options }: SheetJob) => readRows(bytes, options))
