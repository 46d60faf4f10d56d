export { DiffView } from './diff-view.tsx'
export { InlineDiff } from './inline-diff.tsx'
export { PlanPlaceLink } from './plan-place-link.tsx'
export { planScreens } from './routes.tsx'
