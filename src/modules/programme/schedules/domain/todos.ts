import { addDays } from '#kernel/day.ts'
import type { Todo } from '#kernel/todo.ts'
import type { ScheduleState } from './schedule.ts'

interface LedTask extends Pick<ScheduleState, 'steps' | 'dates'> {
  id: string
  title: string
}

/** How many days ahead of its latest start a step is called up. */
const ahead = 7

export const todosOf = {
  /** Tasks that have no dates, as one line: they are worked off on the schedule page. */
  office(programmeId: string, failed: number): Todo[] {
    if (failed === 0) return []
    const link = `/programmes/${programmeId}/schedule?state=failed`
    return [{ kind: 'schedule', title: `${failed} 项任务排不出工期，待处理`, dueOn: null, link }]
  },

  /** Of each task the step that is late or begins within the week. */
  lead(tasks: readonly LedTask[], today: string): Todo[] {
    return tasks.flatMap(({ id, title, steps, dates: planned }) => {
      const dates = new Map(planned.map((one) => [one.stepId, one]))
      const open = steps.flatMap((step) => {
        const planned = dates.get(step.id)
        return step.done === null && step.claim === null && planned && planned.startOn <= addDays(today, ahead)
          ? [{ step, planned }]
          : []
      })
      const next = open.sort((a, b) => (a.planned.finishOn < b.planned.finishOn ? -1 : 1))[0]
      if (!next) return []
      const what =
        next.planned.finishOn < today ? '已过最迟完成日' : next.planned.startOn <= today ? '办理中' : '即将开始'
      return [
        {
          kind: 'step',
          title: `${title}：${next.step.title}（${what}）`,
          dueOn: next.planned.finishOn,
          link: `/tasks/${id}`,
        },
      ]
    })
  },
}
