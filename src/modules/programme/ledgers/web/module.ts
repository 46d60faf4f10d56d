import type { WebModule } from '#ui/screen.ts'
import { listScreens } from './lists.ts'

/** The lists and the working ledger, out as sheets and back in. */
export const ledgersWeb: WebModule = {
  screens: [
    {
      path: '/programmes/$programmeId/ledgers',
      page: () => import('./ledgers.page.tsx'),
      label: '清单台账',
      help: '任务、项目、政策三张清单和工作台账：导出填写，改好后导回，先看变化再写入。',
      shows: 'ledgers.getLedgers',
      place: 'data/ledgers',
    },
    ...listScreens,
  ],
}
