import { FileDoneOutlined, FormOutlined } from '@ant-design/icons'
import type { Screen } from '#ui/screen.ts'
import { reportContract } from '../contract.ts'

/** The screens of this module. */
export const reportScreens: readonly Screen[] = [
  {
    path: '/reports',
    formerly: ['/statements'],
    page: () => import('./inbox.page.tsx'),
    place: { label: '报送', icon: FormOutlined, order: 5, by: reportContract.getInbox.by },
  },
  {
    path: '/reviews',
    page: () => import('./reviews.page.tsx'),
    place: { label: '审核', icon: FileDoneOutlined, order: 12, by: reportContract.listReviews.by },
  },
  {
    path: '/programmes/$programmeId/reports',
    formerly: ['/programmes/$programmeId/statements'],
    page: () => import('./board.page.tsx'),
    tab: { label: '报送', order: 50, by: reportContract.getBoard.by },
  },
]
