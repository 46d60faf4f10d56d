import { serveJobs } from '#platform/threads/serve-jobs.ts'
import { compilePlan } from '../domain/compiler/compile-plan.ts'

/** The thread that compiles plans one after another. */
serveJobs(compilePlan)
