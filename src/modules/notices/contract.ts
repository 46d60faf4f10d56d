import { z } from 'zod'
import { everyone } from '#kernel/actor.ts'
import { contract } from '#kernel/contract.ts'
import { Notice } from './domain/notice.ts'

export const NoticeView = Notice.omit({ divisionCode: true, userId: true, key: true }).extend({
  kindTitle: z.string(),
  urgent: z.boolean(),
})
export type NoticeView = z.infer<typeof NoticeView>

export const NoticePage = z.object({
  notices: z.array(NoticeView),
  unread: z.int(),
  /** Ask with it for the older ones; null when there are none. */
  before: z.uuid().nullable(),
})
export type NoticePage = z.infer<typeof NoticePage>

export const noticeContract = contract('notices', {
  listNotices: {
    path: 'GET /notices', title: '查看本人消息', by: everyone,
    input: z.object({ unread: z.stringbool().optional(), kind: Notice.shape.kind.optional(), before: z.uuid().optional() }), output: NoticePage,
  },
  countUnread: { path: 'GET /notices/unread', title: '查看未读消息数', by: everyone, input: z.object({}), output: z.object({ unread: z.int() }) },
  readNotice: {
    path: 'POST /notices/:noticeId/read', title: '消息标为已读', by: everyone,
    input: z.object({ noticeId: z.uuid() }), output: z.object({ unread: z.int() }),
  },
  readAllNotices: { path: 'POST /notices/read', title: '全部消息标为已读', by: everyone, input: z.object({}), output: z.object({ unread: z.int() }) },
}) // biome-ignore format: one line where it fits
