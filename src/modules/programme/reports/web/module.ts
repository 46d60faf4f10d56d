import { overviewNotes, taskSections } from '#modules/programme/programmes/web/index.tsx'
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
    {
      path: '/programmes/$programmeId/opening',
      page: () => import('./opening.page.tsx'),
      label: '期初情况',
      help: '方案发布时已经到期或已经开始的任务、目标，由办公室说明一次做没做、做到多少，也可从原来的台账导入。',
      shows: 'reports.getOpening',
      under: '/programmes/$programmeId/overview',
    },
    {
      path: '/programmes/$programmeId/opening/import',
      page: () => import('./import-opening.page.tsx'),
      label: '从台账导入期初情况',
      help: '把原来的工作台账（xlsx、csv 等）读进期初情况，先试导，逐行说明对上了哪项任务、哪些没有读入。',
      shows: 'reports.importRecords',
      under: '/programmes/$programmeId/overview',
    },
  ],
  parts: [
    fill(taskSections, 20, () => import('./task-reports.tsx')),
    fill(overviewNotes, 10, () => import('./opening-call.tsx')),
  ],
  kept: [drafts],
}
