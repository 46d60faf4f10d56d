export { getPublishedPlan, type PublishedPlan } from './published-plan.ts'
