import type { Screen } from '#ui/screen.ts'
import { supervisionContract } from '../contract.ts'

/** The screens of this module. */
export const supervisionScreens: readonly Screen[] = [
  {
    path: '/programmes/$programmeId/supervision',
    page: () => import('./supervision.page.tsx'),
    tab: { label: '督办', order: 60, by: supervisionContract.listOrders.by },
  },
  { path: '/programmes/$programmeId/circular', page: () => import('./circular.page.tsx') },
  { path: '/programmes/$programmeId/supervision-settings', page: () => import('./settings.page.tsx') },
  { path: '/orders/$orderId', page: () => import('./order.page.tsx'), within: '/programmes' },
]
