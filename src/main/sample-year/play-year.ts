import type { System } from '../system.ts'
import { listMeetingActs } from './meeting-acts.ts'
import { listOrderActs } from './order-acts.ts'
import { listRecordActs } from './record-acts.ts'
import { listReportActs } from './report-acts.ts'
import { type Act, openStage } from './stage.ts'
import { type Story, storyStops } from './story.ts'

/** Moves through the story: `now` is read by the system the year is played on. */
export interface StoryClock {
  now: Date
}

/**
 * Plays what happened in the sample county from where the clock stands to a moment, by the operations people use. It makes
 * no difference in how many parts it is played, as long as each ends with a month.
 * @param system opened on `clock`, with the plan published
 * @param until nothing after it is played; the story ends with January
 */
export async function playYear(system: System, clock: StoryClock, { story, until }: Playing): Promise<void> {
  const stage = await openStage(system, system.runtime.homeDivision)
  const from = clock.now
  const isAhead = ({ at }: Act) => at > from && at <= until
  for (const { at, play } of listActs(story).filter(isAhead)) {
    clock.now = at
    await play(stage)
  }
  clock.now = until
  await system.jobs.drain()
}

interface Playing {
  story: Story
  until: Date
}

const listActs = (story: Story): Act[] =>
  [
    ...listReportActs(story),
    ...listOrderActs(story),
    ...listMeetingActs(story),
    ...listRecordActs(story),
    ...listWork(story),
  ].sort((a, b) => a.at.getTime() - b.at.getTime())

/** The work of the clock: lamps kept, proposals, reminders. Every day would take a minute. */
const listWork = ({ year }: Story): Act[] =>
  storyStops(year).map((at) => ({ at, play: ({ system }) => system.jobs.drain() }))
