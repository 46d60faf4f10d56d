import type { WebModule } from '#ui/screen.ts'

/** The chart on the wall. */
export const wallchartsWeb: WebModule = {
  screens: [
    {
      path: '/programmes/$programmeId/chart',
      page: () => import('./wall-chart.page.tsx'),
      label: '挂图',
      help: '挂图作战：按行动或单位排列的任务时间轴、灯色和目标，可打印 A3、A0，可上大屏。',
      shows: 'wallcharts.getChart',
      place: 'programme/chart',
    },
    {
      path: '/programmes/$programmeId/wall',
      page: () => import('./wall.page.tsx'),
      label: '大屏挂图',
      help: '只有挂图的大屏画面，按行动轮换。',
      shows: 'wallcharts.getChart',
      bare: true,
    },
  ],
}
