import type { System } from '../system.ts'
import { listMeetingActs } from './meeting-acts.ts'
import { listOrderActs } from './order-acts.ts'
import { listReportActs } from './report-acts.ts'
import { type Act, openStage } from './stage.ts'
import { readStory } from './story.ts'

/** Moves through the story: `now` is read by the system the year is played on. */
export interface StoryClock {
  now: Date
}

/** How often the work of the clock (lamps kept, proposals, reminders) is done while the year is played: every day would take a minute. */
const betweenMs = 14 * 86_400_000

/**
 * Plays what happened in the sample county from the publishing of its plan to a moment, by the operations people use.
 * @param system opened on `clock`, with the plan published
 * @param until nothing after it is played; the story ends with January 2027
 */
export async function playYear(system: System, clock: StoryClock, until: Date): Promise<void> {
  const stage = await openStage(system, system.runtime.homeDivision)
  const acts = listActs().filter(({ at }) => at <= until)
  let worked = clock.now
  for (const { at, play } of acts) {
    while (at.getTime() - worked.getTime() > betweenMs)
      worked = await workUpTo(system, clock, new Date(worked.getTime() + betweenMs))
    clock.now = at
    await play(stage)
  }
  await workUpTo(system, clock, until)
}

const listActs = (): Act[] => {
  const story = readStory()
  return [...listReportActs(story), ...listOrderActs(story), ...listMeetingActs(story)].sort(
    (a, b) => a.at.getTime() - b.at.getTime(),
  )
}

async function workUpTo(system: System, clock: StoryClock, moment: Date): Promise<Date> {
  clock.now = moment
  await system.jobs.drain()
  return moment
}
