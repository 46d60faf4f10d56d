import type { WebModule } from '#ui/screen.ts'

/** What people are told and how it reaches them. */
export const noticesWeb: WebModule = {
  screens: [
    {
      path: '/notices',
      page: () => import('./notices.page.tsx'),
      label: '消息',
      help: '系统发给您的全部消息，新的在前，点开就到要办的事。',
      shows: 'notices.listNotices',
    },
    {
      path: '/account/notices',
      page: () => import('./my-notices.page.tsx'),
      label: '消息设置',
      help: '设定邮箱、免打扰时间，生成在手机日历中查看截止日期的订阅地址。',
      shows: 'notices.getPreference',
    },
    {
      path: '/channels',
      page: () => import('./channels.page.tsx'),
      label: '消息渠道',
      help: '设置邮件服务器和钉钉、企业微信、飞书群机器人，试发并查看发送记录。',
      shows: 'notices.getChannels',
      place: 'settings/channels',
    },
    {
      path: '/jobs',
      page: () => import('./failed-jobs.page.tsx'),
      label: '后台任务',
      help: '查看没有办成的后台任务和原因，处理后立即重试。',
      shows: 'notices.listFailedJobs',
      place: 'settings/jobs',
    },
  ],
}
