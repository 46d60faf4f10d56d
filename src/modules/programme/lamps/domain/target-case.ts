import type { Approach } from './course.ts'
import { meaningOfFact } from './fact-meaning.ts'
import type { OpeningFact, ProgrammeFacts, ReportFact, TargetFact } from './facts.ts'
import type { Family } from './families.ts'
import type { Season } from './seasons.data.ts'
import type { Observation, Reached } from './series.ts'
import type { Course } from './trajectory.ts'

export interface TargetCase {
  target: TargetFact
  family: Family
  /** Of the whole family, oldest first, none later than the day. */
  observations: readonly Observation[]
  course: Course | undefined
  /** The task is finished and signed for. */
  isFinished: boolean
  /** What stands of all that was said of the task, in the order it was said. */
  words: readonly ReportFact[]
  /** What the office said of the task at the beginning, as long as no agency spoke of it. */
  opening?: OpeningFact | undefined
  nameOf: (agencyId: string) => string
  /** How the year of this indicator usually goes, where no course was set by hand. */
  season?: Season | undefined
  /** The day is judged as days were until the second edition of the rules. */
  asBefore: boolean
  /** The day the programme was published. */
  startedOn?: string | undefined
  thresholds: ProgrammeFacts['thresholds']
  day: string
}

/** The stretch of time a figure is held against, and what was reached in it. */
export interface Stretch {
  startOn: string
  endOn: string
  wanted: number
  approach: Approach
  series: readonly Reached[]
  /** The day the figure is held against: its own while it still counts as current, else the day asked for. */
  judgedOn: string
  /** Whether it is known where the way began; if not, there is no course before its first corner. */
  startKnown: boolean
  /** The figure no longer counts as current, and is not the final word either. */
  isOld: boolean
}

/** Whether a target is judged as done or not, nothing in between; until the second edition a coverage was. */
export const isDoneOrNot = ({ target, asBefore }: Pick<TargetCase, 'target' | 'asBefore'>): boolean =>
  meaningOfFact(target).counted === 'done' || (asBefore && target.kind === 'coverage')
