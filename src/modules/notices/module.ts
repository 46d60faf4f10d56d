import { defineModule } from '#platform/operation/implement.ts'
import { countUnread, listNotices, readAllNotices, readNotice } from './server/inbox-operations.ts'

/** What people are told, and how it reaches them. */
export const notices = defineModule({
  name: 'notices',
  title: '消息',
  operations: [listNotices, countUnread, readNotice, readAllNotices],
  listens: [],
})
