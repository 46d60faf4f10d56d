export { DueSteps } from './due-steps.tsx'
export { schedulesWeb } from './module.ts'
