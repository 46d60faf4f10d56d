import type { TargetAccrual, TargetKind, TargetOp } from '#modules/programme/plans/contract.ts'
import type { DutyFact, OutsideFact } from '#modules/programme/reporting/contract.ts'
import type { OpeningFact, ReportFact } from '#modules/programme/reports/contract.ts'
import type { ScheduleFact as PlannedSchedule } from '#modules/programme/schedules/contract.ts'
import type { Thresholds } from './thresholds.ts'
import type { Course } from './trajectory.ts'

/** A target as far as its lamp is concerned; figures in its own unit. */
export interface TargetFact {
  id: string
  taskId: string | null
  indicator: string
  code: string | null
  op: TargetOp
  value: number | null
  valueMax: number | null
  unit: string
  kind: TargetKind
  /** Absent from what was kept of days before it was read; those days keep the lamps they showed. */
  accrual?: TargetAccrual
  /** Counted in whole things (家, 人, 场): nobody can be expected to have reached a part of one. */
  whole: boolean
  /** A rank: the smaller figure is the better one. */
  ranked: boolean
  startOn: string | null
  endOn: string | null
  baseline: number | null
  repeats: string | null
  /**
   * The clause up to the end of the part that holds the figure: whether the figure is a limit or a goal. Absent from what was
   * kept of days before this was asked; those days keep the lamps they showed.
   */
  words?: string
}

export interface TaskFact {
  id: string
  kind: 'task' | 'measure'
  number: string
  title: string
  dueOn: string | null
  ongoing: boolean
  agencies: readonly { agencyId: string | null; name: string; isLead: boolean }[]
  /** The version of the plan it came with. */
  addedIn: number
  /** Its id in the plan; tells a task decided in a meeting. */
  planTaskId: string
}

export type ScheduleFact = Omit<PlannedSchedule, 'revisionId'>
export type StepFact = ScheduleFact['steps'][number]

export type { DutyFact, OpeningFact, OutsideFact, ReportFact }

/** What a programme was on a day: its tasks and targets as the issue of the plan then in force had them. */
export interface Basis {
  startOn: string | null
  endOn: string | null
  /** The day its first issue was published; absent from what was kept of days before this was asked. */
  startedOn?: string
  tasks: readonly TaskFact[]
  targets: readonly TargetFact[]
}

/** Everything known of a programme at the end of a day; nothing later is among it. */
export interface ProgrammeFacts {
  basis: Basis
  schedules: ReadonlyMap<string, ScheduleFact>
  /** In the order they were said. */
  reports: readonly ReportFact[]
  duties: readonly DutyFact[]
  outside: readonly OutsideFact[]
  /** What the office said of how things stood when the programme began to run here; its figures stand among those from outside. */
  openings: readonly OpeningFact[]
  /** Courses set by hand; other targets are approached evenly. */
  courses: ReadonlyMap<string, Course>
  thresholds: Thresholds
  nameOf: (agencyId: string) => string
}
