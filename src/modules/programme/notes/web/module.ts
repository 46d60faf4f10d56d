import { taskSections } from '#modules/programme/programmes/web/index.tsx'
import { fill } from '#ui/parts.tsx'
import type { WebModule } from '#ui/screen.ts'

/** What leaders write to those who lead a task. */
export const notesWeb: WebModule = {
  screens: [
    {
      path: '/leader-notes',
      page: () => import('./notes.page.tsx'),
      label: '领导批示',
      help: '县领导对任务的批示和各单位的回复，待回复的在前。',
      shows: 'notes.listNotes',
      place: 'today/notes',
    },
  ],
  parts: [fill(taskSections, 5, () => import('./task-notes.tsx'))],
}
