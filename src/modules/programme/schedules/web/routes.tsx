import type { Screen } from '#ui/screen.ts'
import { scheduleContract } from '../contract.ts'

/** The screens of this module. */
export const scheduleScreens: readonly Screen[] = [
  {
    path: '/programmes/$programmeId/schedule',
    page: () => import('./schedule.page.tsx'),
    tab: { label: '工期', order: 40, by: scheduleContract.getBoard.by },
  },
  { path: '/programmes/$programmeId/schedule/compare', page: () => import('./compare.page.tsx') },
  { path: '/schedule-templates', page: () => import('./templates.page.tsx'), within: '/programmes' },
  { path: '/schedule-templates/$key', page: () => import('./template.page.tsx'), within: '/programmes' },
  { path: '/working-calendar', page: () => import('./calendar.page.tsx'), within: '/programmes' },
]
