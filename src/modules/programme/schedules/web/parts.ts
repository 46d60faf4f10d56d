import { taskSections } from '#modules/programme/programmes/web/index.tsx'
import { fill, type Part } from '#ui/parts.tsx'

/** What this module adds to the pages of others. */
export const scheduleParts: readonly Part[] = [fill(taskSections, 10, () => import('./task-schedule.tsx'))]
