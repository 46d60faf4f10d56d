import { taskSections } from '#modules/programme/programmes/web/index.tsx'
import { fill } from '#ui/parts.tsx'

export { statementScreens } from './routes.tsx'

/** What this module adds to the pages of others. */
export const statementParts = [fill(taskSections, 20, () => import('./task-statements.tsx'))]
