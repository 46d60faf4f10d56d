import { z } from 'zod'
import { Moment } from '#kernel/moment.ts'

/** What a notice is about; decides how it is titled, and whether it waits for the next digest. */
export const NoticeKind = z.enum([
  'statementDue',
  'statementReturned',
  'statementSigned',
  'orderIssued',
  'orderDue',
  'orderEscalated',
  'meetingCalled',
  'decisionAssigned',
  'leaderNote',
  'lampWorse',
  'programmeIssued',
  'system',
])
export type NoticeKind = z.infer<typeof NoticeKind>

export const noticeKindTitles: Record<NoticeKind, string> = {
  statementDue: '填报提醒',
  statementReturned: '填报退回',
  statementSigned: '填报审签',
  orderIssued: '督办下达',
  orderDue: '督办到期',
  orderEscalated: '督办升级',
  meetingCalled: '会议通知',
  decisionAssigned: '议定事项',
  leaderNote: '领导批示',
  lampWorse: '亮灯变差',
  programmeIssued: '方案印发',
  system: '系统消息',
}

/** Kinds that do not wait for a digest: somebody has to act, or knows too late. */
export const urgentKinds: readonly NoticeKind[] = [
  'statementReturned',
  'orderIssued',
  'orderEscalated',
  'meetingCalled',
  'leaderNote',
]

/** A path of this product; anything else could lead a reader elsewhere. */
export const NoticeLink = z
  .string()
  .max(300)
  .regex(/^\/(?![/\\])/)

/** One thing one person is told, once. */
export const Notice = z.object({
  divisionCode: z.string().regex(/^\d{6}$/),
  id: z.uuid(),
  userId: z.string(),
  /** In which of their mandates it concerns them; null for what was told before there were several. */
  mandateId: z.uuid().nullable(),
  kind: NoticeKind,
  title: z.string().min(1).max(100),
  text: z.string().max(1000),
  link: NoticeLink,
  /** The same fact told again to the same person has the same key and is no second notice. */
  key: z.string().min(1).max(200),
  createdAt: Moment,
  readAt: Moment.nullable(),
})
export type Notice = z.infer<typeof Notice>

/** What is told, to whomever it is told. */
export type Said = Pick<Notice, 'kind' | 'title' | 'text' | 'link' | 'key'>

/** Leads a person into what was told them in one of their mandates, whichever they are in. */
export const linkInto = (link: string, mandateId: string): string =>
  `${link}${link.includes('?') ? '&' : '?'}mandate=${mandateId}`
