export type { PlanPorts } from './ports.ts'
export { getPlanContents, getPublishedPlan, type PublishedPlan } from './published-plan.ts'
export { resumeHandIns } from './read-hand-in.ts'
export { writePlanTable } from './write-plan-table.ts'
