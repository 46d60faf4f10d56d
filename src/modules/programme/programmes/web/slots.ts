import type { Span } from '#kernel/span.ts'
import { defineSlot } from '#ui/parts.tsx'
import type { TaskView } from '../contract.ts'

/** Under the words of the plan on the page of a task: its schedule, its reports, its orders. */
export const taskSections = defineSlot<{ task: TaskView }>('programmes.taskSections')

/** Above the overview of a programme: what it still lacks. */
export const overviewNotes = defineSlot<{ programmeId: string }>('programmes.overviewNotes')

/** In front of a task's name wherever tasks are listed: its lamp. */
export const taskMarks = defineSlot<{ programmeId: string; taskId: string }>('programmes.taskMarks')

/** In front of a target's name wherever targets are listed. */
export const targetMarks = defineSlot<{ programmeId: string; targetId: string }>('programmes.targetMarks')

/** Under what the plan wants done again and again: how each of its periods was kept. */
export const cadenceMarks = defineSlot<{ programmeId: string; span: Span }>('programmes.cadenceMarks')
