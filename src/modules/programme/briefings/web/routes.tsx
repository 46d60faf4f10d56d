import { FlagOutlined } from '@ant-design/icons'
import type { Screen } from '#ui/screen.ts'
import { briefingContract } from '../contract.ts'

const by = briefingContract.getHome.by

/** The screens of this module. */
export const briefingScreens: readonly Screen[] = [
  {
    path: '/matters',
    page: () => import('./matters.page.tsx'),
    place: { label: '我的要事', icon: FlagOutlined, order: 5, by: briefingContract.listMatters.by },
  },
  { path: '/programmes/$programmeId', page: () => import('./home.page.tsx'), tab: { label: '要情', order: 0, by } },
  { path: '/programmes/$programmeId/week', page: () => import('./week.page.tsx') },
  { path: '/leader-notes', page: () => import('./notes.page.tsx') },
  { path: '/contacts', page: () => import('./contacts.page.tsx') },
]
