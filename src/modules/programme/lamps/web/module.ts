import { targetMarks, taskMarks, taskSections } from '#modules/programme/programmes/web/index.tsx'
import { fill } from '#ui/parts.tsx'
import type { WebModule } from '#ui/screen.ts'

/** What every task and target shows on a day, and why. */
export const lampsWeb: WebModule = {
  screens: [
    {
      path: '/programmes/$programmeId/lamps',
      page: () => import('./lamps.page.tsx'),
      label: '亮灯',
      help: '全部任务某一天的红黄绿灯和原因，可回看任何一天，可核对留存没有被改动。',
      shows: 'lamps.listVerdicts',
      place: 'programme/lamps',
    },
    {
      path: '/programmes/$programmeId/lamps/rules',
      page: () => import('./rules.page.tsx'),
      label: '亮灯规则',
      help: '红黄绿灯按什么规则亮，每条规则的依据和本方案采用的数值，谁在什么时候改过。',
      shows: 'lamps.getLampSettings',
      under: '/programmes/$programmeId/lamps',
    },
    {
      path: '/targets/$targetId',
      page: () => import('./target.page.tsx'),
      label: '指标进度',
      help: '一个指标的走势、目标线和年底预测，下面是每个数的来源和报送记录。',
      shows: 'lamps.getTargetPage',
      under: '/programmes/$programmeId/targets',
    },
  ],
  parts: [
    fill(taskSections, 5, () => import('./task-verdict.tsx')),
    fill(taskMarks, 10, () => import('./task-mark.tsx')),
    fill(targetMarks, 10, () => import('./target-mark.tsx')),
  ],
}
