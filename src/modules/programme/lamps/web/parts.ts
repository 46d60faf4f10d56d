import { targetMarks, taskMarks, taskSections } from '#modules/programme/programmes/web/index.tsx'
import { fill, type Part } from '#ui/parts.tsx'

/** What this module adds to the pages of others. */
export const lampParts: readonly Part[] = [
  fill(taskSections, 5, () => import('./task-verdict.tsx')),
  fill(taskMarks, 10, () => import('./task-mark.tsx')),
  fill(targetMarks, 10, () => import('./target-mark.tsx')),
]
