import type { Screen } from '#ui/screen.ts'
import { ledgerContract } from '../contract.ts'

/** The screens of this module. */
export const ledgerScreens: readonly Screen[] = [
  {
    path: '/programmes/$programmeId/ledgers',
    page: () => import('./ledgers.page.tsx'),
    tab: { label: '清单台账', order: 65, by: ledgerContract.getLedgers.by },
  },
]
