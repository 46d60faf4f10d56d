import type { Screen } from '#ui/screen.ts'
import { wallchartContract } from '../contract.ts'

const by = wallchartContract.getChart.by

/** The screens of this module. */
export const wallchartScreens: readonly Screen[] = [
  {
    path: '/programmes/$programmeId/chart',
    page: () => import('./wall-chart.page.tsx'),
    tab: { label: '挂图', order: 30, by },
  },
  { path: '/programmes/$programmeId/wall', page: () => import('./wall.page.tsx'), bare: true },
]
