import type { Approach } from './course.ts'
import type { ProgrammeFacts, TargetFact } from './facts.ts'
import type { Family } from './families.ts'
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
  /** Somebody has said something of the task. */
  isSpokenOf: boolean
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
}
