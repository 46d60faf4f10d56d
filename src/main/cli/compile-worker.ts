import { serveJobs } from '#platform/threads/serve-jobs.ts'
import { runCompileJob } from './compile-job.ts'

/** The thread that compiles documents one after another. */
serveJobs(runCompileJob)
