import { FlagOutlined } from '@ant-design/icons'
import type { Screen } from '#ui/screen.ts'
import { homeContract } from '../contract.ts'

const by = homeContract.getHome.by

/** The screens of this module. */
export const homeScreens: readonly Screen[] = [
  {
    path: '/matters',
    page: () => import('./matters.page.tsx'),
    place: { label: '我的要事', icon: FlagOutlined, order: 5, by: homeContract.listMatters.by },
  },
  { path: '/programmes/$programmeId', page: () => import('./home.page.tsx'), tab: { label: '要情', order: 0, by } },
  { path: '/programmes/$programmeId/week', page: () => import('./week.page.tsx') },
]
