import { ScheduleOutlined } from '@ant-design/icons'
import type { Screen } from '#ui/screen.ts'
import { programmeContract } from '../contract.ts'

const by = programmeContract.getProgramme.by

/** The screens of this module. */
export const programmeScreens: readonly Screen[] = [
  {
    path: '/programmes',
    page: () => import('./programme-list.page.tsx'),
    place: { label: '工作方案', icon: ScheduleOutlined, order: 10, by: programmeContract.listProgrammes.by },
  },
  { path: '/programmes/of-plan/$planId', page: () => import('./of-plan.page.tsx') },
  {
    path: '/programmes/$programmeId/overview',
    page: () => import('./overview.page.tsx'),
    tab: { label: '方案', order: 5, by },
  },
  {
    path: '/programmes/$programmeId/tasks',
    page: () => import('./task-list.page.tsx'),
    tab: { label: '任务', order: 10, by },
  },
  {
    path: '/programmes/$programmeId/targets',
    page: () => import('./target-list.page.tsx'),
    tab: { label: '目标', order: 20, by },
  },
  {
    path: '/programmes/$programmeId/versions',
    page: () => import('./versions.page.tsx'),
    tab: { label: '版本', order: 90, by },
  },
  { path: '/tasks/$taskId', page: () => import('./task.page.tsx'), within: '/programmes' },
]
