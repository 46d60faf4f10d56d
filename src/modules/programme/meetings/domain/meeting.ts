import { z } from 'zod'
import { Moment } from '#kernel/moment.ts'
import { workflow } from '#kernel/workflow.ts'

export const MeetingKind = z.enum(['consultation', 'coordination', 'dispatch', 'leading', 'other'])
export type MeetingKind = z.infer<typeof MeetingKind>

export const meetingKindTitles: Record<MeetingKind, string> = {
  consultation: '会商',
  coordination: '协调会',
  dispatch: '调度会',
  leading: '领导小组会',
  other: '专题会',
}

export const MeetingState = z.enum(['planned', 'called', 'held', 'issued', 'cancelled'])
export type MeetingState = z.infer<typeof MeetingState>

export const meetingStateTitles: Record<MeetingState, string> = {
  planned: '拟开',
  called: '已通知',
  held: '已召开',
  issued: '纪要已印发',
  cancelled: '已取消',
}

/** A meeting about a programme, of a series or called for the occasion. */
export const Meeting = z.object({
  id: z.uuid(),
  divisionCode: z.string(),
  programmeId: z.uuid(),
  /** The series of the plan it belongs to; null for one called for the occasion. */
  seriesKey: z.string().nullable(),
  /**
   * A day of the period of its series it stands for, set when it is planned and kept however often it is put off; null for one
   * called for the occasion. A day and not the period's bounds: it says the period under another rhythm too.
   */
  periodOn: z.iso.date('日期应写成 2026-11-22。').nullable().meta({ label: '所属周期' }),
  kind: MeetingKind.meta({ label: '类别', titles: meetingKindTitles }),
  title: z.string().trim().min(2, '会议名称至少两个字。').max(80).meta({ label: '会议名称' }),
  state: MeetingState.meta({ label: '状态' }),
  heldOn: z.iso.date('日期应写成 2026-11-22。').meta({ label: '日期', half: true }),
  /** `15:00` where the county lies; null while nobody has said. */
  startsAt: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, '时间应写成 15:00。')
    .nullable()
    .meta({ label: '时间', kind: 'time', half: true }),
  place: z.string().trim().max(80).nullable().meta({ label: '地点' }),
  chair: z.string().trim().max(40).nullable().meta({ label: '主持人' }),
  /** 期号 of its minutes in the year of issue; null until they are issued. */
  minutesYear: z.int().nullable(),
  minutesNumber: z.int().nullable(),
  issuedOn: z.iso.date().nullable().meta({ label: '纪要印发' }),
  agendaOn: z.iso.date().nullable(),
  plannedBy: z.string(),
  plannedAt: Moment,
})
export type Meeting = z.infer<typeof Meeting>

export const meetingFlow = workflow('meetings.meeting', meetingStateTitles, {
  call: { from: ['planned'], to: 'called', title: '通知参会' },
  hold: { from: ['planned', 'called', 'held'], to: 'held', title: '录入会议记录' },
  issue: { from: ['held'], to: 'issued', title: '印发纪要' },
  cancel: { from: ['planned', 'called'], to: 'cancelled', title: '取消会议' },
})

/** Its day and agenda may still change: it is yet to come, whether people have been told or not. */
export const isUpcoming = ({ state }: Pick<Meeting, 'state'>): boolean => state === 'planned' || state === 'called'

/** A day, hour or place that changed, or a meeting that was called off, with the reason. */
export const MeetingChange = z.object({
  id: z.uuid(),
  divisionCode: z.string(),
  meetingId: z.uuid(),
  what: z.enum(['moved', 'cancelled']),
  before: z.string(),
  after: z.string(),
  reason: z.string(),
  changedBy: z.string(),
  changedAt: Moment,
})
export type MeetingChange = z.infer<typeof MeetingChange>

/** An agency called to a meeting: because an agenda item is its task, or because somebody added it. */
export const MeetingAgency = z.object({
  divisionCode: z.string(),
  meetingId: z.uuid(),
  agencyId: z.uuid(),
  name: z.string(),
  from: z.enum(['agenda', 'person']),
})
export type MeetingAgency = z.infer<typeof MeetingAgency>

/** `9月25日 15:00，县政府二楼会议室`: what a notice and a change say of when and where. */
export function whenAndWhere({ heldOn, startsAt, place }: Pick<Meeting, 'heldOn' | 'startsAt' | 'place'>): string {
  const [, month, day] = heldOn.split('-').map(Number)
  const time = startsAt === null ? '时间待定' : startsAt
  return `${month}月${day}日 ${time}，${place ?? '地点待定'}`
}

/** 云溪县……专班会商会议纪要 第 3 期: how the office quotes issued minutes. */
export const minutesNumberOf = ({ minutesYear, minutesNumber }: Pick<Meeting, 'minutesYear' | 'minutesNumber'>) =>
  minutesYear === null || minutesNumber === null ? null : `〔${minutesYear}〕第${minutesNumber}期`
