import type { CompiledPlan } from './compiled-plan.ts'

/** Diagnostics of a corrected plan. */
export const recheck = (plan: CompiledPlan): CompiledPlan => plan
