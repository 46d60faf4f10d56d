import { sql } from 'drizzle-orm'
import {
  boolean,
  char,
  date,
  index,
  integer,
  jsonb,
  pgSchema,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import type { Same } from '#kernel/same.ts'
import { divisionCode, keyOfRow, moment, rowId, withinOwner } from '#platform/database/columns.ts'
import { faultErrors } from '#platform/operation/fault-sentences.ts'
import type { UniqueRows } from '#platform/operation/unique-rows.ts'
import type { AgendaItem } from '../domain/agenda.ts'
import type { Decision } from '../domain/decision.ts'
import { meetingErrors } from '../domain/errors.ts'
import type { Meeting, MeetingAgency, MeetingChange } from '../domain/meeting.ts'
import type { Minutes, SeriesHabit } from '../domain/minutes.ts'

export const meetingsSchema = pgSchema('meetings')

export const meetings = meetingsSchema.table(
  'meeting',
  {
    divisionCode,
    id: rowId,
    programmeId: uuid('programme_id').notNull(),
    seriesKey: text('series_key'),
    periodOn: date('period_on'),
    kind: text('kind').$type<Meeting['kind']>().notNull(),
    title: text('title').notNull(),
    state: text('state').$type<Meeting['state']>().notNull(),
    heldOn: date('held_on').notNull(),
    startsAt: text('starts_at'),
    place: text('place'),
    chair: text('chair'),
    minutesYear: integer('minutes_year'),
    minutesNumber: integer('minutes_number'),
    issuedOn: date('issued_on'),
    agendaOn: date('agenda_on'),
    plannedBy: text('planned_by').notNull(),
    plannedAt: moment('planned_at').notNull(),
  },
  (t) => [
    keyOfRow(t),
    index('meeting_programme').on(t.divisionCode, t.programmeId, t.heldOn),
    uniqueIndex('meeting_minutes_number').on(t.divisionCode, t.programmeId, t.minutesYear, t.minutesNumber),
    // Two meetings of one name may be held on one day, not at one hour.
    uniqueIndex('meeting_held')
      .on(t.divisionCode, t.programmeId, t.title, t.heldOn, sql`coalesce(starts_at, '')`)
      .where(sql`state <> 'cancelled'`),
  ],
)
true satisfies Same<typeof meetings.$inferSelect, Meeting>

export const meetingChanges = meetingsSchema.table(
  'meeting_change',
  {
    divisionCode,
    id: rowId,
    meetingId: uuid('meeting_id').notNull(),
    what: text('what').$type<MeetingChange['what']>().notNull(),
    before: text('before').notNull(),
    after: text('after').notNull(),
    reason: text('reason').notNull(),
    changedBy: text('changed_by').notNull(),
    changedAt: moment('changed_at').notNull(),
  },
  (t) => [
    keyOfRow(t),
    withinOwner(t, t.meetingId, meetings),
    index('meeting_change_meeting').on(t.divisionCode, t.meetingId),
  ],
)
true satisfies Same<typeof meetingChanges.$inferSelect, MeetingChange>

export const meetingAgencies = meetingsSchema.table(
  'meeting_agency',
  {
    divisionCode,
    meetingId: uuid('meeting_id').notNull(),
    agencyId: uuid('agency_id').notNull(),
    name: text('name').notNull(),
    from: text('from').$type<MeetingAgency['from']>().notNull(),
  },
  (t) => [
    withinOwner(t, t.meetingId, meetings),
    primaryKey({ columns: [t.divisionCode, t.meetingId, t.agencyId] }),
    index('meeting_agency_agency').on(t.divisionCode, t.agencyId),
  ],
)
true satisfies Same<typeof meetingAgencies.$inferSelect, MeetingAgency>

export const seriesHabits = meetingsSchema.table(
  'series_habit',
  {
    divisionCode,
    programmeId: uuid('programme_id').notNull(),
    seriesKey: text('series_key').notNull(),
    day: integer('day').notNull(),
    startsAt: text('starts_at'),
    place: text('place'),
    chair: text('chair'),
  },
  (t) => [primaryKey({ columns: [t.divisionCode, t.programmeId, t.seriesKey] })],
)
true satisfies Same<typeof seriesHabits.$inferSelect, SeriesHabit>

export const agendaItems = meetingsSchema.table(
  'agenda_item',
  {
    divisionCode,
    id: rowId,
    meetingId: uuid('meeting_id').notNull(),
    key: text('key'),
    taskId: uuid('task_id'),
    title: text('title').notNull(),
    reasons: jsonb('reasons').$type<AgendaItem['reasons']>().notNull(),
    asked: text('asked').notNull(),
    proposedAs: integer('proposed_as'),
    asOf: date('as_of'),
    position: integer('position').notNull(),
    removedBy: text('removed_by'),
    removedReason: text('removed_reason'),
    addedBy: text('added_by').notNull(),
    addedAt: moment('added_at').notNull(),
  },
  (t) => [
    keyOfRow(t),
    withinOwner(t, t.meetingId, meetings),
    index('agenda_item_meeting').on(t.divisionCode, t.meetingId, t.position),
    uniqueIndex('agenda_item_key').on(t.divisionCode, t.meetingId, t.key),
  ],
)
true satisfies Same<typeof agendaItems.$inferSelect, AgendaItem>

export const minutes = meetingsSchema.table(
  'minutes',
  {
    divisionCode,
    meetingId: uuid('meeting_id').notNull(),
    version: integer('version').notNull(),
    state: text('state').$type<Minutes['state']>().notNull(),
    fileName: text('file_name'),
    fileSha256: char('file_sha256', { length: 64 }),
    text: text('text').notNull(),
    head: jsonb('head').$type<Minutes['head']>(),
    notices: jsonb('notices').$type<Minutes['notices']>().notNull().default([]),
    refusal: text('refusal'),
    handedInBy: text('handed_in_by').notNull(),
    handedInAt: moment('handed_in_at').notNull(),
  },
  (t) => [withinOwner(t, t.meetingId, meetings), primaryKey({ columns: [t.divisionCode, t.meetingId, t.version] })],
)
true satisfies Same<typeof minutes.$inferSelect, Minutes>

export const decisions = meetingsSchema.table(
  'decision',
  {
    divisionCode,
    id: rowId,
    programmeId: uuid('programme_id').notNull(),
    meetingId: uuid('meeting_id').notNull(),
    position: integer('position').notNull(),
    read: jsonb('read').$type<Decision['read']>().notNull(),
    readOwners: jsonb('read_owners').$type<Decision['readOwners']>().notNull(),
    byHand: boolean('by_hand').notNull(),
    correction: jsonb('correction').$type<Decision['correction']>(),
    fate: text('fate').$type<Decision['fate']>().notNull(),
    taskId: uuid('task_id'),
    reason: text('reason'),
    settledBy: text('settled_by'),
    settledAt: moment('settled_at'),
    doneOn: date('done_on'),
    doneNote: text('done_note'),
    doneBy: text('done_by'),
  },
  (t) => [
    keyOfRow(t),
    withinOwner(t, t.meetingId, meetings),
    index('decision_meeting').on(t.divisionCode, t.meetingId, t.position),
    index('decision_programme').on(t.divisionCode, t.programmeId, t.fate),
    index('decision_task').on(t.divisionCode, t.taskId),
  ],
)
true satisfies Same<typeof decisions.$inferSelect, Decision>

export const meetingRows: UniqueRows = {
  'meetings.meeting_minutes_number': () => faultErrors.crossed({}),
  'meetings.meeting_held': () => meetingErrors.alreadyPlanned({}),
  'meetings.agenda_item_key': () => faultErrors.already({}),
}
