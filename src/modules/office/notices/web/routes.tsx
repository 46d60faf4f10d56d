import { MailOutlined, SyncOutlined } from '@ant-design/icons'
import type { Screen } from '#ui/screen.ts'
import { noticeContract } from '../contract.ts'

/** The screens of this module. */
export const noticeScreens: readonly Screen[] = [
  { path: '/notices', page: () => import('./notices.page.tsx') },
  { path: '/account/notices', page: () => import('./my-notices.page.tsx') },
  {
    path: '/channels',
    page: () => import('./channels.page.tsx'),
    place: { label: '消息渠道', icon: MailOutlined, order: 42, by: noticeContract.getChannels.by },
  },
  {
    path: '/jobs',
    page: () => import('./failed-jobs.page.tsx'),
    place: { label: '后台任务', icon: SyncOutlined, order: 44, by: noticeContract.listFailedJobs.by },
  },
]
