import type { CompiledPlan } from '#compiler/compiled-plan.ts'
import type { CompileInput } from '#compiler/plan/compile-plan.ts'
import { type JobKind, threads } from '#platform/threads/thread-pool.ts'

const compiling: JobKind<CompileInput, CompiledPlan> = { beside: import.meta.url, worker: 'compile-plan-worker' }

/** Compiles a plan on a thread, bounded in time and memory; never inside a transaction. Throws the refusals of `readingErrors`. */
export const compileOnThread = (input: CompileInput): Promise<CompiledPlan> => threads.run(compiling, input)
