import type { WebModule } from '#ui/screen.ts'

/** The audit trail. */
export const auditingWeb: WebModule = {
  screens: [
    {
      path: '/audit',
      page: () => import('./trail.page.tsx'),
      label: '审计记录',
      help: '查看谁在什么时候办了什么、结果如何；校验记录没有被改动，导出全部记录。',
      shows: 'auditing.listEntries',
      place: 'settings/trail',
    },
  ],
}
