import { taskSections } from '#modules/programme/programmes/web/index.tsx'
import { fill, type Part } from '#ui/parts.tsx'
import type { Screen } from '#ui/screen.ts'

export { Writing } from './writing.tsx'

/** The screens of this module. */
export const noteScreens: readonly Screen[] = [{ path: '/leader-notes', page: () => import('./notes.page.tsx') }]

/** What this module adds to the pages of others. */
export const noteParts: readonly Part[] = [fill(taskSections, 5, () => import('./task-notes.tsx'))]
