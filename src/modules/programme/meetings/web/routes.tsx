import type { Screen } from '#ui/screen.ts'
import { meetingContract } from '../contract.ts'

const { by } = meetingContract.listMeetings

/** The screens of this module. */
export const meetingScreens: readonly Screen[] = [
  {
    path: '/programmes/$programmeId/meetings',
    page: () => import('./meeting-list.page.tsx'),
    tab: { label: '会商', order: 70, by },
  },
  { path: '/meetings/$meetingId', page: () => import('./meeting.page.tsx'), within: '/programmes' },
  { path: '/meetings/$meetingId/minutes', page: () => import('./minutes.page.tsx'), within: '/programmes' },
  { path: '/meetings/$meetingId/present', page: () => import('./present.page.tsx'), bare: true },
]
