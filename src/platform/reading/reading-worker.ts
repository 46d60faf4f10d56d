import { serveJobs } from '#platform/threads/serve-jobs.ts'
import { readDocument } from './read-document.ts'
import type { ReadingJob } from './reading-pool.ts'

/** The thread that reads documents one after another, so that no document can hold up the server. */
serveJobs(({ limits, recognition, ...input }: ReadingJob, onProgress) =>
  readDocument(input, { limits, onProgress, ...(recognition && { recognition }) }),
)
