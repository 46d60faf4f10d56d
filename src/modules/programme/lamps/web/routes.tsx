import type { Screen } from '#ui/screen.ts'
import { lampContract } from '../contract.ts'

/** The screens of this module. */
export const lampScreens: readonly Screen[] = [
  {
    path: '/programmes/$programmeId/lamps',
    page: () => import('./lamps.page.tsx'),
    tab: { label: '亮灯', order: 35, by: lampContract.listVerdicts.by },
  },
  { path: '/programmes/$programmeId/lamps/rules', page: () => import('./rules.page.tsx') },
  { path: '/targets/$targetId', page: () => import('./target.page.tsx'), within: '/programmes' },
]
