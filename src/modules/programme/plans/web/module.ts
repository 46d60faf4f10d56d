import type { WebModule } from '#ui/screen.ts'

/** Documents as issued. */
export const plansWeb: WebModule = {
  screens: [
    {
      path: '/plans',
      page: () => import('./plan-list.page.tsx'),
      label: '规划文件',
      help: '县里印发的方案、规划、要点：待校核的草稿、已发布的和被新版替代的。',
      shows: 'plans.listPlans',
      place: 'programme/plans',
    },
    {
      path: '/plans/hand-in',
      page: () => import('./hand-in.page.tsx'),
      label: '递交规划',
      help: '把印发的文件拖进来或粘贴文本，系统识读后读出任务、单位、目标和期限。',
      shows: 'plans.handInFile',
      under: '/plans',
    },
    {
      path: '/plans/$planId',
      page: () => import('./plan.page.tsx'),
      label: '校核',
      help: '左边是原文，右边是读出的内容。逐项核对、更正、确认单位，然后发布为工作方案。',
      shows: 'plans.getPlan',
      under: '/plans',
    },
  ],
}
