import type { CompiledPlan } from '#compiler/compiled-plan.ts'
import { serveJobs } from '#platform/threads/serve-jobs.ts'
import { diffPlans } from '../domain/diff-plans.ts'

/** The thread that holds two plans against each other. */
serveJobs(({ before, after }: { before: CompiledPlan; after: CompiledPlan }) => diffPlans(before, after))
