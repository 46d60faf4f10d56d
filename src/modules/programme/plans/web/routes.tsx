import { FileTextOutlined } from '@ant-design/icons'
import { staff } from '#kernel/actor.ts'
import type { Screen } from '#ui/screen.ts'

/** The screens of this module. */
export const planScreens: readonly Screen[] = [
  {
    path: '/plans',
    page: () => import('./plan-list.page.tsx'),
    place: { label: '规划', icon: FileTextOutlined, order: 20, by: staff },
  },
  { path: '/plans/hand-in', page: () => import('./hand-in.page.tsx') },
  { path: '/plans/$planId', page: () => import('./plan.page.tsx') },
]
