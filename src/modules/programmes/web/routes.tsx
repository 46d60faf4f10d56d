import { ScheduleOutlined } from '@ant-design/icons'
import type { Screen } from '#ui/screen.ts'
import { programmeContract } from '../contract.ts'

/** The screens of this module. */
export const programmeScreens: readonly Screen[] = [
  {
    path: '/programmes',
    page: () => import('./programme-list.page.tsx'),
    place: { label: '工作方案', icon: ScheduleOutlined, order: 10, by: programmeContract.listProgrammes.by },
  },
  { path: '/programmes/of-plan/$planId', page: () => import('./of-plan.page.tsx') },
  { path: '/programmes/$programmeId', page: () => import('./overview.page.tsx') },
  { path: '/programmes/$programmeId/tasks', page: () => import('./task-list.page.tsx') },
  { path: '/programmes/$programmeId/targets', page: () => import('./target-list.page.tsx') },
  { path: '/programmes/$programmeId/chart', page: () => import('./wall-chart.page.tsx') },
  { path: '/programmes/$programmeId/versions', page: () => import('./versions.page.tsx') },
  { path: '/programmes/$programmeId/wall', page: () => import('./wall.page.tsx'), bare: true },
  { path: '/tasks/$taskId', page: () => import('./task.page.tsx') },
]
