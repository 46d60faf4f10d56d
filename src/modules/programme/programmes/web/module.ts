import { fieldSlot } from '#ui/form/control.ts'
import { fill } from '#ui/parts.tsx'
import { valueSlot } from '#ui/registry/kit.tsx'
import type { WebModule } from '#ui/screen.ts'

/** What runs from a published plan. */
export const programmesWeb: WebModule = {
  parts: [
    fill(fieldSlot('task'), 1, () => import('./task-field.tsx')),
    fill(valueSlot('task'), 1, () => import('./task-link.tsx')),
  ],
  screens: [
    {
      path: '/programmes',
      page: () => import('./programme-list.page.tsx'),
      label: '全部方案',
      help: '正在执行的全部工作方案，各有多少任务、目标和单位。',
      shows: 'programmes.listProgrammes',
      place: 'programme/all',
    },
    {
      path: '/programmes/of-plan/$planId',
      page: () => import('./of-plan.page.tsx'),
      label: '规划对应的工作方案',
      help: '从一份规划打开由它形成的工作方案。',
      leadsOn: true,
      shows: 'programmes.listProgrammes',
      under: '/plans',
    },
    {
      path: '/programmes/$programmeId/overview',
      page: () => import('./overview.page.tsx'),
      label: '方案概况',
      help: '方案有哪些行动、单位各牵头多少项、近期哪些任务到期，每个数都能点开。',
      shows: 'programmes.getProgramme',
      place: 'programme/overview',
    },
    {
      path: '/programmes/$programmeId/tasks',
      page: () => import('./task-list.page.tsx'),
      label: '任务',
      help: '全部任务，可按单位、行动、期限查找、筛选、分组、打印；筛选后的地址可以发给同事。',
      shows: 'programmes.listTasks',
      place: 'programme/tasks',
    },
    {
      path: '/programmes/$programmeId/targets',
      page: () => import('./target-list.page.tsx'),
      label: '目标',
      help: '全部目标和各自的原文，可按年度、单位、类型筛选。',
      shows: 'programmes.listTargets',
      place: 'programme/targets',
      byYear: true,
    },
    {
      path: '/programmes/$programmeId/versions',
      page: () => import('./versions.page.tsx'),
      label: '历次版本',
      help: '方案每次印发的版本，逐条比较新增、取消和修改。',
      shows: 'programmes.getProgramme',
      place: 'programme/versions',
    },
    {
      path: '/tasks/$taskId',
      page: () => import('./task.page.tsx'),
      label: '任务详情',
      help: '一项任务的原文、责任单位、期限和目标，以及亮灯、工期、报送、督办和议定事项。',
      shows: 'programmes.getTask',
      under: '/programmes/$programmeId/tasks',
    },
  ],
}
