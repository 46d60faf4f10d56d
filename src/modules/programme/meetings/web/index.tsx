import { taskSections } from '#modules/programme/programmes/web/index.tsx'
import { fill, type Part } from '#ui/parts.tsx'

export { meetingScreens } from './routes.tsx'

/** What this module adds to the pages of others. */
export const meetingParts: readonly Part[] = [fill(taskSections, 50, () => import('./task-decisions.tsx'))]
