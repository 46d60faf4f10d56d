import { z } from 'zod'
import { staff } from '#kernel/actor.ts'
import { Allowed } from '#kernel/allowed.ts'
import { contract } from '#kernel/contract.ts'
import { Span } from '#kernel/span.ts'
import { FileView } from '#modules/office/files/contract.ts'
import { AgendaItem } from './domain/agenda.ts'
import { Decision, DecisionOwner } from './domain/decision.ts'
import { Meeting, MeetingAgency, MeetingChange } from './domain/meeting.ts'
import { Minutes, SeriesHabit } from './domain/minutes.ts'
import { MeetingSeries } from './domain/series.ts'

const office = ['office'] as const
/** Who settles what a meeting talks about: the office, and the leader in the chair. */
const convening = ['office', 'leader'] as const
const programmeId = z.uuid()
const meetingId = z.uuid()
const decisionId = z.uuid()
const itemId = z.uuid()
const reason = z.string().trim().min(4, '请写明理由，至少四个字。').max(200).meta({ label: '理由' })

export const SeriesView = MeetingSeries.extend({
  habit: SeriesHabit.pick({ day: true, startsAt: true, place: true, chair: true }),
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
  lamp: z.enum(['green', 'yellow', 'red', 'grey']).nullable(),
  sinceOn: z.iso.date().nullable(),
  leads: z.array(z.string()),
  dueOn: z.iso.date().nullable(),
  /** 高新技术企业总数 目标 ≥ 60 家，截至 2026-09-30 为 48 家 */
  figures: z.array(z.object({ targetId: z.uuid(), text: z.string(), lamp: z.string() })),
  reports: z.array(
    z.object({ id: z.uuid(), agency: z.string(), on: z.iso.date(), state: z.string(), text: z.string() }),
  ),
  orders: z.array(z.object({ id: z.uuid(), text: z.string() })),
})
export type AgendaFactsShown = z.infer<typeof AgendaFactsShown>

export const AgendaItemView = AgendaItem.omit({ divisionCode: true }).extend({ facts: AgendaFactsShown.nullable() })
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
    editMeeting: Allowed, call: Allowed, cancel: Allowed, editAgenda: Allowed, writeMinutes: Allowed, issueMinutes: Allowed,
    exportPack: Allowed, exportMinutes: Allowed, readMinutes: Allowed,
  }), // biome-ignore format: two lines
})
export type MeetingPage = z.infer<typeof MeetingPage>

/** The words of the minutes as handed in, which every span of their decisions indexes. */
export const MinutesView = Minutes.omit({ divisionCode: true, fileSha256: true })
export type MinutesView = z.infer<typeof MinutesView>

const arrangement = Meeting.pick({ heldOn: true, startsAt: true, place: true, chair: true })

export const meetingContract = contract('meetings', {
  listMeetings: { path: 'GET /programmes/:programmeId/meetings', title: '查看会商', by: staff, input: z.object({ programmeId }), output: MeetingList },
  planMeeting: {
    path: 'POST /programmes/:programmeId/meetings', title: '安排会议', by: office,
    input: arrangement.extend({ programmeId, seriesKey: z.string().max(60).nullable(), periodOn: Meeting.shape.periodOn.optional(), kind: Meeting.shape.kind, title: Meeting.shape.title }),
    output: MeetingPage,
  },
  setSeriesHabit: {
    path: 'PUT /programmes/:programmeId/series/:seriesKey', title: '设定会议惯例', by: office,
    input: SeriesHabit.pick({ programmeId: true, seriesKey: true, day: true, startsAt: true, place: true, chair: true }), output: MeetingList,
  },
  getMeeting: { path: 'GET /meetings/:meetingId', title: '查看会议', by: staff, input: z.object({ meetingId }), output: MeetingPage },
  moveMeeting: {
    path: 'POST /meetings/:meetingId/move', title: '会议改期', by: office, form: true,
    input: arrangement.extend({ meetingId, reason }), output: MeetingPage,
  },
  callMeeting: { path: 'POST /meetings/:meetingId/call', title: '通知参会', by: office, input: z.object({ meetingId }), output: MeetingPage },
  cancelMeeting: { path: 'POST /meetings/:meetingId/cancel', title: '取消会议', by: office, input: z.object({ meetingId, reason }), output: MeetingPage },
  setParticipants: {
    path: 'PUT /meetings/:meetingId/agencies', title: '调整参会单位', by: office,
    input: z.object({ meetingId, agencyIds: z.array(z.uuid()).max(200).meta({ label: '参会单位', kind: 'agency' }) }), output: MeetingPage,
  },
  proposeAgenda: { path: 'POST /meetings/:meetingId/agenda/propose', title: '拟定议程', by: convening, input: z.object({ meetingId }), output: MeetingPage },
  addAgendaItem: {
    path: 'POST /meetings/:meetingId/agenda', title: '添加议题', by: convening,
    input: AgendaItem.pick({ meetingId: true, title: true, asked: true, taskId: true }), output: MeetingPage,
  },
  orderAgenda: {
    path: 'PUT /meetings/:meetingId/agenda/order', title: '调整议程顺序', by: convening,
    input: z.object({ meetingId, itemIds: z.array(itemId).max(500).meta({ label: '议程顺序' }) }), output: MeetingPage,
  },
  removeAgendaItem: { path: 'POST /meetings/:meetingId/agenda/:itemId/remove', title: '移除议题', by: convening, input: z.object({ meetingId, itemId, reason }), output: MeetingPage },
  restoreAgendaItem: { path: 'POST /meetings/:meetingId/agenda/:itemId/restore', title: '恢复议题', by: convening, input: z.object({ meetingId, itemId }), output: MeetingPage },
  exportPack: { path: 'GET /meetings/:meetingId/pack', title: '导出会议材料', by: staff, download: true, input: z.object({ meetingId }), output: z.unknown() },
  writeMinutes: {
    path: 'POST /meetings/:meetingId/minutes', title: '录入会议记录', by: office, pasted: true,
    input: z.object({ meetingId, text: z.string().trim().min(10, '会议记录太短，请粘贴全文。').max(200_000, '会议记录超过 20 万字，请改为上传文件。') }), output: MinutesView,
  },
  handInMinutes: { path: 'POST /meetings/:meetingId/minutes/file', title: '上传会议记录', by: office, upload: true, input: z.object({ meetingId }), output: MinutesView },
  listTaskDecisions: {
    path: 'GET /tasks/:taskId/decisions', title: '查看任务的议定事项', by: staff, input: z.object({ taskId: z.uuid() }),
    output: z.object({ decisions: z.array(DecisionView), today: z.iso.date() }),
  },
  getMinutes: { path: 'GET /meetings/:meetingId/minutes', title: '查看会议记录', by: staff, input: z.object({ meetingId }), output: MinutesView.nullable() },
  issueMinutes: { path: 'POST /meetings/:meetingId/minutes/issue', title: '印发会议纪要', by: office, input: z.object({ meetingId }), output: MeetingPage },
  exportMinutes: { path: 'GET /meetings/:meetingId/minutes/export', title: '导出会议纪要', by: staff, download: true, input: z.object({ meetingId }), output: z.unknown() },
  addDecision: {
    path: 'POST /meetings/:meetingId/decisions', title: '补充议定事项', by: office,
    input: z.object({ meetingId, span: Span }), output: DecisionView,
  },
  correctDecision: {
    path: 'POST /decisions/:decisionId/correct', title: '更正议定事项', by: office, form: true,
    input: z.object({ decisionId, words: z.string().trim().min(4, '议定内容至少四个字。').max(500).meta({ label: '议定内容' }), agencyIds: z.array(z.uuid()).max(20).meta({ label: '责任单位', help: '第一个为牵头', kind: 'agency' }), dueOn: z.iso.date('日期应写成 2026-11-22。').nullable().meta({ label: '期限', help: '留空为未定' }) }),
    output: DecisionView,
  },
  placeDecision: { path: 'POST /decisions/:decisionId/place', title: '议定事项立为任务', by: office, input: z.object({ decisionId, title: z.string().trim().min(4, '任务名称至少四个字。').max(80).meta({ label: '任务名称', help: '责任单位、期限照议定内容；方案重新印发时不会丢失' }) }), output: DecisionView },
  joinDecision: { path: 'POST /decisions/:decisionId/join', title: '议定事项并入任务', by: office, input: z.object({ decisionId, taskId: z.uuid().meta({ label: '并入的任务' }) }), output: DecisionView },
  setDecisionAside: { path: 'POST /decisions/:decisionId/set-aside', title: '议定事项不立任务', by: office, input: z.object({ decisionId, reason }), output: DecisionView },
  reopenDecision: { path: 'POST /decisions/:decisionId/reopen', title: '撤回议定事项处理', by: office, input: z.object({ decisionId, reason }), output: DecisionView },
  finishDecision: {
    path: 'POST /decisions/:decisionId/finish', title: '办结议定事项', by: ['office', 'reviewer', 'agencyHead'],
    input: z.object({ decisionId, note: z.string().trim().min(4, '请写明办理结果，至少四个字。').max(500).meta({ label: '办理结果' }), fileIds: z.array(z.uuid()).max(20).meta({ label: '佐证材料', kind: 'files' }) }), output: DecisionView,
  },
}) // biome-ignore format: one line where it fits
