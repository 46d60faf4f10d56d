export { DiffView } from './diff-view.tsx'
export { InlineDiff } from './inline-diff.tsx'
export { planScreens } from './routes.tsx'
