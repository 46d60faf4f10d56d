import { z } from 'zod'
import { staff } from '#kernel/actor.ts'
import { Allowed } from '#kernel/allowed.ts'
import { contract } from '#kernel/contract.ts'
import { Moment } from '#kernel/moment.ts'
import { TargetView } from '#modules/programme/programmes/contract.ts'
import { Lamp } from './domain/lamp.ts'
import { LampSettings } from './domain/settings.ts'
import { Thresholds } from './domain/thresholds.ts'
import { Course, Trajectory } from './domain/trajectory.ts'
import {
  FreshnessState,
  isYearAhead,
  NamedVerdict,
  Reason,
  TargetVerdict,
  TaskVerdict,
  Verdict,
} from './domain/verdict.ts'

export { countLamps, reasonsOfSummary } from './domain/compare-lamps.ts'
export { byBadness, lampCell, lampTitles, turnOf, worstFirst } from './domain/lamp.ts'
export { FreshnessState, isYearAhead, Lamp, NamedVerdict, Reason, TargetVerdict, TaskVerdict, Thresholds, Verdict }

const programmeId = z.uuid()
const day = z.iso.date('日期应写成 2026-11-22。')
const on = day.optional()
const reason = z.string().trim().min(4, '请写明理由，至少四个字。').max(200).meta({ label: '理由' })

/** How many tasks show which colour, and how many were spoken of lately. */
export const LampCounts = z.object({
  green: z.int(),
  yellow: z.int(),
  red: z.int(),
  grey: z.int(),
  fresh: z.int(),
  due: z.int(),
  stale: z.int(),
  none: z.int(),
  /** Tasks whose agencies are up to date among those that had to say something; null when none had to. */
  freshRatio: z.number().nullable(),
})
export type LampCounts = z.infer<typeof LampCounts>

/** Reasons of tasks a person may not look into are left out; colours are everybody's. */
export const VerdictList = z.object({
  programmeId,
  day,
  today: day,
  /** The edition of the rules the day was judged by. */
  edition: z.string(),
  counts: LampCounts,
  tasks: z.array(NamedVerdict),
  overall: z.array(TargetVerdict),
})
export type VerdictList = z.infer<typeof VerdictList>

/** The colours alone, for marks before names. */
export const LampList = z.object({
  programmeId,
  day,
  tasks: z.array(z.object({ taskId: z.uuid(), lamp: Lamp, freshness: FreshnessState })),
  targets: z.array(z.object({ targetId: z.uuid(), lamp: Lamp })),
})
export type LampList = z.infer<typeof LampList>

/** A task whose colour differs between two days, with why it is now as it is. */
export const LampChange = z.object({
  taskId: z.uuid(),
  title: z.string(),
  before: Lamp,
  after: Lamp,
  turned: z.enum(['worse', 'better', 'other']),
  why: z.array(Reason),
})
export type LampChange = z.infer<typeof LampChange>

export const TaskVerdictPage = z.object({
  taskId: z.uuid(),
  programmeId,
  day,
  today: day,
  verdict: NamedVerdict.nullable(),
  /** The colour kept on the last kept day of each month, oldest first; null where no day was kept. */
  months: z.array(z.object({ month: z.string(), day: day.nullable(), lamp: Lamp.nullable() })),
})
export type TaskVerdictPage = z.infer<typeof TaskVerdictPage>

/** A figure somebody stated for a target. */
export const TargetRecord = z.object({
  /** Null for a figure from outside. */
  reportId: z.uuid().nullable(),
  taskId: z.uuid().nullable(),
  /** The agency, or where a figure from outside stood. */
  agency: z.string(),
  /** Stated by the office of how things stood at the beginning. */
  isOpening: z.boolean(),
  on: day,
  value: z.number(),
  /** What was stated before it was corrected; null where it was not. */
  was: z.number().nullable(),
  /** What stands after it, counted as the kind of target demands. */
  reached: z.number(),
  submittedOn: day,
  signedOn: day.nullable(),
  evidence: z.int(),
  text: z.string(),
})
export type TargetRecord = z.infer<typeof TargetRecord>

const Point = z.object({ on: day, value: z.number() })

export const TargetPage = z.object({
  target: TargetView,
  programmeTitle: z.string(),
  day,
  today: day,
  verdict: TargetVerdict,
  series: z.array(Point),
  /** The figure expected on days, from the start to the last day. */
  course: z.array(Point),
  courseSetBy: Trajectory.pick({ course: true, reason: true, setBy: true, setAt: true }).nullable(),
  /** The course that holds where nobody set one, for indicators whose year goes by fixed times. */
  season: z.object({ course: Course, why: z.string() }).nullable(),
  /** Nobody stated what stood before: there is no course until somebody does. */
  lacksBaseline: z.boolean(),
  records: z.array(TargetRecord),
  /** How a figure of this kind is counted. */
  counted: z.string(),
  /** Holds at every moment: no course, no forecast. */
  limit: z.boolean(),
  can: z.object({ setTrajectory: Allowed }),
})
export type TargetPage = z.infer<typeof TargetPage>

export const LampSettingsView = z.object({
  programmeId,
  edition: z.string(),
  editionFrom: day,
  /** The rules in sentences, each with where it comes from. */
  sentences: z.array(z.object({ lamp: z.string(), when: z.string(), source: z.string() })),
  thresholds: Thresholds,
  defaults: Thresholds,
  changes: z.array(LampSettings.omit({ divisionCode: true, programmeId: true })),
  can: z.object({ saveLampSettings: Allowed }),
})
export type LampSettingsView = z.infer<typeof LampSettingsView>

/** What was kept each day beside what the same day gives when it is judged again. */
export const SnapshotProof = z.object({
  programmeId,
  days: z.int(),
  tasks: z.int(),
  from: day.nullable(),
  to: day.nullable(),
  differing: z.array(
    z.object({ day, taskId: z.uuid(), title: z.string(), kept: Lamp.nullable(), again: Lamp.nullable() }),
  ),
  /** Days whose lamps rested on a figure that was corrected later; they stay as they were shown. */
  corrected: z.array(z.object({ from: day, to: day, days: z.int(), taskId: z.uuid(), text: z.string() })),
  checkedAt: Moment,
})
export type SnapshotProof = z.infer<typeof SnapshotProof>

export const lampContract = contract('lamps', {
  listLamps: {
    path: 'GET /programmes/:programmeId/lamps',
    title: '查看灯色',
    by: staff,
    input: z.object({ programmeId }),
    output: LampList,
  },
  listVerdicts: {
    path: 'GET /programmes/:programmeId/verdicts',
    title: '查看亮灯',
    by: staff,
    input: z.object({ programmeId, on }),
    output: VerdictList,
  },
  getTaskVerdict: {
    path: 'GET /tasks/:taskId/verdict',
    title: '查看任务亮灯',
    by: staff,
    input: z.object({ taskId: z.uuid(), on }),
    output: TaskVerdictPage,
  },
  getTargetPage: {
    path: 'GET /targets/:targetId',
    title: '查看指标进度',
    by: staff,
    input: z.object({ targetId: z.uuid(), on }),
    output: TargetPage,
  },
  compareDays: {
    path: 'GET /programmes/:programmeId/verdicts/changes',
    title: '比较两日亮灯',
    by: staff,
    input: z.object({ programmeId, from: day, to: day }),
    output: z.object({ from: day, to: day, changes: z.array(LampChange) }),
  },
  getLampSettings: {
    path: 'GET /programmes/:programmeId/lamp-settings',
    title: '查看亮灯规则',
    by: staff,
    input: z.object({ programmeId }),
    output: LampSettingsView,
  },
  saveLampSettings: {
    path: 'PUT /programmes/:programmeId/lamp-settings',
    title: '修改亮灯规则',
    by: ['office'],
    input: z.object({ programmeId, thresholds: Thresholds, reason }),
    output: LampSettingsView,
  },
  setTrajectory: {
    path: 'PUT /targets/:targetId/trajectory',
    title: '设定目标进度线',
    by: ['office'],
    input: z.object({ targetId: z.uuid(), course: Course.meta({ label: '进度线' }), reason }),
    output: TargetPage,
  },
  verifySnapshots: {
    path: 'GET /programmes/:programmeId/lamp-proof',
    title: '核对亮灯留存',
    by: ['office', 'leader', 'auditor'],
    input: z.object({ programmeId, from: on, to: on }),
    output: SnapshotProof,
  },
  exportIndicators: {
    path: 'GET /programmes/:programmeId/indicators/export',
    title: '导出指标进度表',
    by: staff,
    download: true,
    input: z.object({ programmeId, on }),
    output: z.unknown(),
  },
})
