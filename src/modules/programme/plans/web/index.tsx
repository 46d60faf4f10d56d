export { DiffView } from './diff-view.tsx'
export { InlineDiff } from './inline-diff.tsx'
export { plansWeb } from './module.ts'
export { PlanPlaceLink } from './plan-place-link.tsx'
