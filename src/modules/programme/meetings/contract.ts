import { z } from 'zod'
import { staff } from '#kernel/actor.ts'
import { contract } from '#kernel/contract.ts'
import { Span } from '#kernel/span.ts'
import { AgendaItem } from './domain/agenda.ts'
import { CadenceTrack } from './domain/cadence-track.ts'
import { SeriesHabit } from './domain/minutes.ts'
import {
  arrangement, DecisionForm, DecisionView, MeetingForm, MeetingList, MeetingPage, MinutesView, meetingId, office, reason, SeriesHabitForm,
} from './domain/views.ts' // biome-ignore format: names

export type { CadenceTrack } from './domain/cadence-track.ts'
export {
  AgendaFactsShown, AgendaItemView, DecisionView, MeetingList, MeetingPage, MeetingSummary, MinutesView, SeriesView,
} from './domain/views.ts' // biome-ignore format: names

/** Who settles what a meeting talks about: the office, and the leader in the chair. */
const convening = ['office', 'leader'] as const
const programmeId = z.uuid()
const decisionId = z.uuid()
const itemId = z.uuid()

export const meetingContract = contract('meetings', {
  listMeetings: {
    path: 'GET /programmes/:programmeId/meetings',
    title: '查看会商',
    by: staff,
    input: z.object({ programmeId }),
    output: MeetingList,
  },
  listCadences: {
    path: 'GET /programmes/:programmeId/cadences',
    title: '查看调度频次的落实',
    by: convening,
    input: z.object({ programmeId }),
    output: z.array(CadenceTrack),
  },
  planMeeting: {
    path: 'POST /programmes/:programmeId/meetings',
    title: '安排会议',
    by: office,
    input: MeetingForm.extend({ programmeId }),
    output: MeetingPage,
  },
  setSeriesHabit: {
    path: 'PUT /programmes/:programmeId/series/:seriesKey',
    title: '设定会议惯例',
    by: office,
    input: SeriesHabitForm.extend({ programmeId, seriesKey: SeriesHabit.shape.seriesKey }),
    output: MeetingList,
  },
  getMeeting: {
    path: 'GET /meetings/:meetingId',
    title: '查看会议',
    by: staff,
    input: z.object({ meetingId }),
    output: MeetingPage,
  },
  moveMeeting: {
    path: 'POST /meetings/:meetingId/move',
    title: '会议改期',
    by: office,
    form: true,
    input: arrangement.extend({ meetingId, reason }),
    output: MeetingPage,
  },
  callMeeting: {
    path: 'POST /meetings/:meetingId/call',
    title: '通知参会',
    by: office,
    input: z.object({ meetingId }),
    output: MeetingPage,
  },
  cancelMeeting: {
    path: 'POST /meetings/:meetingId/cancel',
    title: '取消会议',
    by: office,
    input: z.object({ meetingId, reason }),
    output: MeetingPage,
  },
  setParticipants: {
    path: 'PUT /meetings/:meetingId/agencies',
    title: '调整参会单位',
    by: office,
    input: z.object({ meetingId, agencyIds: z.array(z.uuid()).max(200).meta({ label: '参会单位', kind: 'agency' }) }),
    output: MeetingPage,
  },
  proposeAgenda: {
    path: 'POST /meetings/:meetingId/agenda/propose',
    title: '拟定议程',
    by: convening,
    input: z.object({ meetingId }),
    output: MeetingPage,
  },
  addAgendaItem: {
    path: 'POST /meetings/:meetingId/agenda',
    title: '添加议题',
    by: convening,
    input: AgendaItem.pick({ meetingId: true, title: true, asked: true, taskId: true }),
    output: MeetingPage,
  },
  orderAgenda: {
    path: 'PUT /meetings/:meetingId/agenda/order',
    title: '调整议程顺序',
    by: convening,
    input: z.object({ meetingId, itemIds: z.array(itemId).max(500).meta({ label: '议程顺序' }) }),
    output: MeetingPage,
  },
  removeAgendaItem: {
    path: 'POST /meetings/:meetingId/agenda/:itemId/remove',
    title: '移除议题',
    by: convening,
    input: z.object({ meetingId, itemId, reason }),
    output: MeetingPage,
  },
  restoreAgendaItem: {
    path: 'POST /meetings/:meetingId/agenda/:itemId/restore',
    title: '恢复议题',
    by: convening,
    input: z.object({ meetingId, itemId }),
    output: MeetingPage,
  },
  exportPack: {
    path: 'GET /meetings/:meetingId/pack',
    title: '导出会议材料',
    by: staff,
    download: true,
    input: z.object({ meetingId }),
    output: z.unknown(),
  },
  writeMinutes: {
    path: 'POST /meetings/:meetingId/minutes',
    title: '录入会议记录',
    by: office,
    pasted: true,
    input: z.object({
      meetingId,
      text: z
        .string()
        .trim()
        .min(10, '会议记录太短，请粘贴全文。')
        .max(200_000, '会议记录超过 20 万字，请改为上传文件。'),
    }),
    output: MinutesView,
  },
  handInMinutes: {
    path: 'POST /meetings/:meetingId/minutes/file',
    title: '上传会议记录',
    by: office,
    upload: true,
    input: z.object({ meetingId }),
    output: MinutesView,
  },
  listTaskDecisions: {
    path: 'GET /tasks/:taskId/decisions',
    title: '查看任务的议定事项',
    by: staff,
    input: z.object({ taskId: z.uuid() }),
    output: z.object({ decisions: z.array(DecisionView), today: z.iso.date() }),
  },
  getMinutes: {
    path: 'GET /meetings/:meetingId/minutes',
    title: '查看会议记录',
    by: staff,
    input: z.object({ meetingId }),
    output: MinutesView.nullable(),
  },
  issueMinutes: {
    path: 'POST /meetings/:meetingId/minutes/issue',
    title: '印发会议纪要',
    by: office,
    input: z.object({ meetingId }),
    output: MeetingPage,
  },
  exportMinutes: {
    path: 'GET /meetings/:meetingId/minutes/export',
    title: '导出会议纪要',
    by: staff,
    download: true,
    input: z.object({ meetingId }),
    output: z.unknown(),
  },
  addDecision: {
    path: 'POST /meetings/:meetingId/decisions',
    title: '补充议定事项',
    by: office,
    input: z.object({ meetingId, span: Span }),
    output: DecisionView,
  },
  correctDecision: {
    path: 'POST /decisions/:decisionId/correct',
    title: '更正议定事项',
    by: office,
    form: true,
    input: z.object({
      decisionId,
      words: z.string().trim().min(4, '议定内容至少四个字。').max(500).meta({ label: '议定内容' }),
      agencyIds: z.array(z.uuid()).max(20).meta({ label: '责任单位', help: '第一个为牵头', kind: 'agency' }),
      dueOn: z.iso.date('日期应写成 2026-11-22。').nullable().meta({ label: '期限', help: '留空为未定' }),
    }),
    output: DecisionView,
  },
  placeDecision: {
    path: 'POST /decisions/:decisionId/place',
    title: '议定事项立为任务',
    by: office,
    input: z.object({
      decisionId,
      title: z
        .string()
        .trim()
        .min(4, '任务名称至少四个字。')
        .max(80)
        .meta({ label: '任务名称', help: '责任单位、期限照议定内容；方案重新印发时不会丢失' }),
    }),
    output: DecisionView,
  },
  joinDecision: {
    path: 'POST /decisions/:decisionId/join',
    title: '议定事项并入任务',
    by: office,
    input: z.object({ decisionId, taskId: z.uuid().meta({ label: '并入的任务' }) }),
    output: DecisionView,
  },
  setDecisionAside: {
    path: 'POST /decisions/:decisionId/set-aside',
    title: '议定事项不立任务',
    by: office,
    input: z.object({ decisionId, reason }),
    output: DecisionView,
  },
  reopenDecision: {
    path: 'POST /decisions/:decisionId/reopen',
    title: '撤回议定事项处理',
    by: office,
    input: z.object({ decisionId, reason }),
    output: DecisionView,
  },
  finishDecision: {
    path: 'POST /decisions/:decisionId/finish',
    title: '办结议定事项',
    by: ['office', 'reviewer', 'agencyHead'],
    input: DecisionForm.extend({ decisionId }),
    output: DecisionView,
  },
})
