import { z } from 'zod'
import { Allowed } from '#kernel/allowed.ts'
import { FileView } from '#modules/office/files/contract.ts'
import { Lamp } from '#modules/programme/lamps/contract.ts'
import { AgendaItem } from './agenda.ts'
import { Decision, DecisionOwner } from './decision.ts'
import { Meeting, MeetingAgency, MeetingChange } from './meeting.ts'
import { Minutes, SeriesHabit } from './minutes.ts'
import { MeetingSeries } from './series.ts'

export const office = ['office'] as const
export const meetingId = z.uuid()
export const reason = z.string().trim().min(4, '请写明理由，至少四个字。').max(200).meta({ label: '理由' })

/** When, where and under whom a series meets by habit. */
export const SeriesHabitForm = SeriesHabit.pick({ day: true, startsAt: true, place: true, chair: true })

export const SeriesView = MeetingSeries.extend({
  habit: SeriesHabitForm,
  /** The next meeting the plan wants, on which day and why that day. */
  next: z.object({
    on: z.iso.date(),
    /** A day of the period it would stand for. */
    periodOn: z.iso.date(),
    period: z.string(),
    reason: z.string(),
    tentative: z.boolean(),
    missed: z.boolean(),
  }),
  held: z.int(),
})
export type SeriesView = z.infer<typeof SeriesView>

export const MeetingSummary = Meeting.extend({
  /** 〔2026〕第3期, once issued. */
  number: z.string().nullable(),
  /** 2026年第四季度, whatever day it takes place on; null for one called for the occasion. */
  period: z.string().nullable(),
  counts: z.object({ items: z.int(), decisions: z.int(), open: z.int(), done: z.int() }),
})
export type MeetingSummary = z.infer<typeof MeetingSummary>

/** A decision with what holds now, where it stands in the minutes, and what may be done with it. */
export const DecisionView = Decision.omit({ divisionCode: true }).extend({
  meetingTitle: z.string(),
  heldOn: z.iso.date(),
  words: z.string(),
  owners: z.array(DecisionOwner),
  dueOn: z.iso.date().nullable(),
  task: z.object({ id: z.uuid(), label: z.string() }).nullable(),
  finishedOn: z.iso.date().nullable(),
  overdue: z.boolean(),
  evidence: z.array(FileView),
  /** Tasks it may belong to, likest first; only while it is open. */
  similar: z.array(z.object({ taskId: z.uuid(), label: z.string(), reasons: z.array(z.string()) })),
  can: z.object({ correct: Allowed, settle: Allowed, reopen: Allowed, finish: Allowed }),
})
export type DecisionView = z.infer<typeof DecisionView>

export const MeetingList = z.object({
  series: z.array(SeriesView),
  meetings: z.array(MeetingSummary),
  /** Decisions nobody has placed yet, oldest meeting first. */
  open: z.array(DecisionView),
  /** Decisions on their way, the soonest day first. */
  underWay: z.array(DecisionView),
  today: z.iso.date(),
  can: z.object({ plan: Allowed }),
})
export type MeetingList = z.infer<typeof MeetingList>

/** A task as an agenda item quotes it. */
export const AgendaFactsShown = z.object({
  lamp: Lamp.nullable(),
  sinceOn: z.iso.date().nullable(),
  leads: z.array(z.string()),
  dueOn: z.iso.date().nullable(),
  /** 高新技术企业总数 目标 ≥ 60 家，截至 2026-09-30 为 48 家 */
  /** `mayOpen`: whether the reader may read what was said of it. */
  figures: z.array(z.object({ targetId: z.uuid(), text: z.string(), lamp: z.string(), mayOpen: z.boolean() })),
  reports: z.array(
    z.object({ id: z.uuid(), agency: z.string(), on: z.iso.date(), state: z.string(), text: z.string() }),
  ),
  orders: z.array(z.object({ id: z.uuid(), text: z.string() })),
})
export type AgendaFactsShown = z.infer<typeof AgendaFactsShown>

export const AgendaItemView = AgendaItem.omit({ divisionCode: true }).extend({
  facts: AgendaFactsShown.nullable(),
  /** Figures its material rests on that were corrected after the day it is of. */
  corrected: z.array(z.string()),
})
export type AgendaItemView = z.infer<typeof AgendaItemView>

export const MeetingPage = MeetingSummary.extend({
  programmeTitle: z.string(),
  agencies: z.array(MeetingAgency.omit({ divisionCode: true, meetingId: true })),
  changes: z.array(MeetingChange.omit({ divisionCode: true, meetingId: true })),
  items: z.array(AgendaItemView),
  removed: z.array(AgendaItemView),
  decisions: z.array(DecisionView),
  minutes: Minutes.omit({ divisionCode: true, text: true, fileSha256: true }).nullable(),
  today: z.iso.date(),
  can: z.object({
    editMeeting: Allowed,
    call: Allowed,
    cancel: Allowed,
    editAgenda: Allowed,
    writeMinutes: Allowed,
    issueMinutes: Allowed,
    exportPack: Allowed,
    exportMinutes: Allowed,
    readMinutes: Allowed,
  }),
})
export type MeetingPage = z.infer<typeof MeetingPage>

/** The words of the minutes as handed in, which every span of their decisions indexes. */
export const MinutesView = Minutes.omit({ divisionCode: true, fileSha256: true })
export type MinutesView = z.infer<typeof MinutesView>

/** When, where and under whom a meeting is to be held. */
export const arrangement = Meeting.pick({ heldOn: true, startsAt: true, place: true, chair: true })

/** What convening a meeting asks for. */
export const MeetingForm = Meeting.pick({ kind: true, title: true }).extend({
  ...arrangement.shape,
  seriesKey: z.string().max(60).nullable(),
  periodOn: Meeting.shape.periodOn.optional(),
})

/** What is said when a decision is done. */
export const DecisionForm = z.object({
  note: z.string().trim().min(4, '请写明办理结果，至少四个字。').max(500).meta({ label: '办理结果' }),
  fileIds: z.array(z.uuid()).max(20).meta({ label: '佐证材料', kind: 'files' }),
})
