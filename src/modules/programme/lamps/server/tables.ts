import { boolean, date, index, integer, jsonb, pgSchema, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import type { Same } from '#kernel/same.ts'
import { divisionCode, keyOfRow, moment, rowId } from '#platform/database/columns.ts'
import type { KeptBasis, KeptDay, LampSnapshot } from '../domain/kept.ts'
import type { Lamp } from '../domain/lamp.ts'
import type { LampSettings } from '../domain/settings.ts'
import type { Trajectory } from '../domain/trajectory.ts'
import type { FreshnessState, NamedVerdict, TargetVerdict } from '../domain/verdict.ts'

export const lampsSchema = pgSchema('lamps')

const programmeId = uuid('programme_id').notNull()

export const settings = lampsSchema.table(
  'setting',
  {
    divisionCode,
    id: rowId,
    programmeId,
    thresholds: jsonb('thresholds').$type<LampSettings['thresholds']>().notNull(),
    validFrom: date('valid_from').notNull(),
    reason: text('reason').notNull(),
    setBy: text('set_by').notNull(),
    setAt: moment('set_at').notNull(),
  },
  (t) => [keyOfRow(t), index('setting_programme').on(t.divisionCode, t.programmeId, t.setAt)],
)
true satisfies Same<typeof settings.$inferSelect, LampSettings>

export const trajectories = lampsSchema.table(
  'trajectory',
  {
    divisionCode,
    id: rowId,
    programmeId,
    targetId: uuid('target_id').notNull(),
    course: jsonb('course').$type<Trajectory['course']>().notNull(),
    reason: text('reason').notNull(),
    setBy: text('set_by').notNull(),
    setAt: moment('set_at').notNull(),
  },
  (t) => [keyOfRow(t), index('trajectory_programme').on(t.divisionCode, t.programmeId, t.setAt)],
)
true satisfies Same<typeof trajectories.$inferSelect, Trajectory>

export const keptDays = lampsSchema.table(
  'kept_day',
  {
    divisionCode,
    programmeId,
    day: date('day').notNull(),
    edition: text('edition').notNull(),
    keptAt: moment('kept_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.divisionCode, t.programmeId, t.day] })],
)
true satisfies Same<typeof keptDays.$inferSelect, KeptDay>

export const snapshots = lampsSchema.table(
  'snapshot',
  {
    divisionCode,
    programmeId,
    day: date('day').notNull(),
    taskId: uuid('task_id').notNull(),
    summary: text('summary').$type<Lamp>().notNull(),
    schedule: text('schedule').$type<Lamp>().notNull(),
    value: text('value').$type<Lamp>(),
    freshness: text('freshness').$type<FreshnessState>().notNull(),
    sinceOn: date('since_on').notNull(),
    digest: text('digest').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.divisionCode, t.programmeId, t.day, t.taskId] }),
    index('snapshot_task').on(t.divisionCode, t.taskId, t.day),
  ],
)
true satisfies Same<typeof snapshots.$inferSelect, LampSnapshot>

export const bases = lampsSchema.table(
  'basis',
  {
    divisionCode,
    programmeId,
    day: date('day').notNull(),
    digest: text('digest').notNull(),
    basis: jsonb('basis').$type<KeptBasis['basis']>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.divisionCode, t.programmeId, t.day] })],
)
true satisfies Same<typeof bases.$inferSelect, KeptBasis>

/**
 * When a programme's lamps of today were last worked out: by which engine, and up to which place in the county's trail
 * writings were seen. The stamp is another one each time anything of them is worked out anew.
 */
export const standings = lampsSchema.table(
  'standing',
  {
    divisionCode,
    programmeId,
    day: date('day').notNull(),
    sequence: integer('sequence').notNull(),
    engine: integer('engine').notNull(),
    stamp: uuid('stamp').notNull(),
  },
  (t) => [primaryKey({ columns: [t.divisionCode, t.programmeId] })],
)

/** The lamps of today themselves: of each task, and of each target of no task. */
export const standingVerdicts = lampsSchema.table(
  'standing_verdict',
  {
    divisionCode,
    programmeId,
    /** A task, or a target of no task. */
    subjectId: uuid('subject_id').notNull(),
    isTask: boolean('is_task').notNull(),
    position: integer('position').notNull(),
    /** What shares a figure is worked out together; see `findClans`. */
    clan: uuid('clan').notNull(),
    /** Tasks no longer in force in whose reports its figures stand. */
    alsoSaidIn: jsonb('also_said_in').$type<readonly string[]>().notNull(),
    /** Null for a target that is not judged, but ties others together. */
    verdict: jsonb('verdict').$type<NamedVerdict | TargetVerdict>(),
  },
  (t) => [primaryKey({ columns: [t.divisionCode, t.programmeId, t.subjectId] })],
)

/** What something was said or done of since its lamps were worked out; whoever works them out anew takes the lines away. */
export const touched = lampsSchema.table(
  'touched',
  { divisionCode, id: rowId, programmeId, subjectId: uuid('subject_id').notNull() },
  (t) => [keyOfRow(t), index('touched_programme').on(t.divisionCode, t.programmeId)],
)
