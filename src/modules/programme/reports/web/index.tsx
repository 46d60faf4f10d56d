import { taskSections } from '#modules/programme/programmes/web/index.tsx'
import { fill } from '#ui/parts.tsx'

export { reportScreens } from './routes.tsx'

/** What this module adds to the pages of others. */
export const reportParts = [fill(taskSections, 20, () => import('./task-reports.tsx'))]
