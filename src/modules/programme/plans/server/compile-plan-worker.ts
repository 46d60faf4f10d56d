import { compilePlan } from '#compiler/plan/compile-plan.ts'
import { serveJobs } from '#platform/threads/serve-jobs.ts'

/** The thread that compiles plans one after another. */
serveJobs(compilePlan)
