import type { Actor } from '#kernel/actor.ts'
import { dayOf } from '#kernel/moment.ts'
import { scheduleContract } from '#modules/programme/schedules/contract.ts'
import type { Stage } from './stage.ts'
import type { Story } from './story.ts'

interface Marking {
  story: Story
  month: number
}

/** The steps that have fallen due are marked as done, as far as the story lets them. */
export async function markSteps(stage: Stage, actor: Actor, { story, month }: Marking): Promise<void> {
  const { system, programmeId } = stage
  const board = await system.call(scheduleContract.getBoard, actor, { programmeId })
  const today = dayOf(system.runtime.clock())
  for (const { taskId, number, bars } of board.tasks) {
    const following = story.followings.find(({ task }) => task === number)
    if (!following) continue
    const last = Math.min(following.lastMonth, month - following.monthsLate)
    const due = bars.filter(
      ({ finishOn, doneOn, byFigure }) =>
        doneOn === null && !byFigure && finishOn <= today && isWithin(finishOn, story.year, last),
    )
    for (const { stepId, finishOn } of due)
      await complete(stage, actor, { taskId, stepId, doneOn: following.monthsLate > 0 ? today : finishOn })
  }
}

const isWithin = (day: string, year: number, lastMonth: number): boolean =>
  day.slice(0, 4) === String(year) && Number(day.slice(5, 7)) <= lastMonth

interface Completing {
  taskId: string
  stepId: string
  doneOn: string
}

async function complete({ system }: Stage, actor: Actor, { taskId, stepId, doneOn }: Completing): Promise<void> {
  const schedule = await system.call(scheduleContract.getSchedule, actor, { taskId })
  if (!schedule?.can.completeStep.allowed) return
  await system.call(scheduleContract.completeStep, actor, { taskId, stepId, doneOn, revisionId: schedule.id })
}
