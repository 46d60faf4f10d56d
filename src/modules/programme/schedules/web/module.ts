import { taskSections } from '#modules/programme/programmes/web/index.tsx'
import { fill } from '#ui/parts.tsx'
import type { WebModule } from '#ui/screen.ts'

/** Steps worked out backwards from deadlines. */
export const schedulesWeb: WebModule = {
  screens: [
    {
      path: '/programmes/$programmeId/schedule',
      page: () => import('./schedule.page.tsx'),
      label: '工期',
      help: '全部任务从完成期限倒排出的步骤和日期，冲突的在前，近期要开始的随后。',
      shows: 'schedules.getBoard',
      place: 'programme/schedule',
    },
    {
      path: '/programmes/$programmeId/schedule/compare',
      page: () => import('./compare.page.tsx'),
      label: '工期对比',
      help: '比较两天之间工期的变化：办结、改期、新增、取消，各有理由。',
      shows: 'schedules.compareSchedules',
      under: '/programmes/$programmeId/schedule',
    },
    {
      path: '/schedule-templates',
      page: () => import('./templates.page.tsx'),
      label: '工期模板',
      help: '各类任务通常分几步、每步几个工作日，新任务照此倒排。',
      shows: 'schedules.listTemplates',
      place: 'settings/schedule-templates',
    },
    {
      path: '/schedule-templates/$key',
      page: () => import('./template.page.tsx'),
      label: '模板步骤',
      help: '修改一个模板的步骤、工作日数和先后，或恢复为原来的样子。',
      shows: 'schedules.listTemplates',
      under: '/schedule-templates',
    },
    {
      path: '/working-calendar',
      page: () => import('./calendar.page.tsx'),
      label: '放假安排',
      help: '每年的放假和调休。国务院办公厅公布新一年的安排后，把通知粘贴进来，日期随之重算。',
      shows: 'schedules.listCalendarYears',
      place: 'settings/working-calendar',
    },
  ],
  parts: [fill(taskSections, 10, () => import('./task-schedule.tsx'))],
}
