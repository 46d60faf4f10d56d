import type { WebModule } from '#ui/screen.ts'

/** What people see first. */
export const homeWeb: WebModule = {
  screens: [
    {
      path: '/today',
      page: () => import('./today.page.tsx'),
      label: '待办',
      help: '各个方案中要您办的事：批示、督办、报送、审签、会议，先到期的在前，过期的标红。',
      shows: 'home.listToday',
      place: 'today/todos',
    },
    {
      path: '/matters',
      page: () => import('./matters.page.tsx'),
      label: '我的要事',
      help: '红灯、黄灯任务，分管的在前：为什么、谁牵头、怎样联系，当场写批示。',
      shows: 'home.listMatters',
      place: 'today/matters',
    },
    {
      path: '/programmes/$programmeId',
      page: () => import('./home.page.tsx'),
      label: '要情',
      help: '一句话说清方案现在怎样：本周转差的任务和原因、本人待办、目标年底预测、数据是否新鲜。',
      shows: 'home.getHome',
      place: 'programme/home',
    },
    {
      path: '/programmes/$programmeId/week',
      page: () => import('./week.page.tsx'),
      label: '本周变化',
      help: '最近七天每项任务的灯色变化，转差、转好、办结分开列出。',
      shows: 'home.getHome',
      under: '/programmes/$programmeId',
    },
  ],
}
