import { taskSections } from '#modules/programme/programmes/web/index.tsx'
import { fill } from '#ui/parts.tsx'
import type { WebModule } from '#ui/screen.ts'
import { drafts } from './draft-store.ts'

/** What agencies say of their tasks each cycle. */
export const reportsWeb: WebModule = {
  screens: [
    {
      path: '/reports',
      formerly: ['/statements'],
      page: () => import('./inbox.page.tsx'),
      label: '我的报送',
      help: '本单位这一期要报送的任务，一项一张卡片：无变化、有进展或有困难，需要数的填数，可附照片。',
      shows: 'reports.getInbox',
      place: 'today/reports',
    },
    {
      path: '/reviews',
      page: () => import('./reviews.page.tsx'),
      label: '审签报送',
      help: '待签收的报送，逐条或一并签收；不合要求的说明理由退回。',
      shows: 'reports.listReviews',
      place: 'today/reviews',
    },
    {
      path: '/programmes/$programmeId/reports',
      formerly: ['/programmes/$programmeId/statements'],
      page: () => import('./board.page.tsx'),
      label: '报送',
      help: '各单位每一期按时、迟报还是未报，一眼看清；报送周期、数据来源和委托填报也在这里设定。',
      shows: 'reports.getBoard',
      place: 'programme/reports',
    },
  ],
  parts: [fill(taskSections, 20, () => import('./task-reports.tsx'))],
  kept: [drafts],
}
