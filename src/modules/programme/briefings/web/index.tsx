import { taskSections } from '#modules/programme/programmes/web/index.tsx'
import { fill, type Part } from '#ui/parts.tsx'

export { briefingScreens } from './routes.tsx'

/** What this module adds to the pages of others. */
export const briefingParts: readonly Part[] = [fill(taskSections, 5, () => import('./task-notes.tsx'))]
