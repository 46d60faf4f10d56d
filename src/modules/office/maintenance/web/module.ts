import type { WebModule } from '#ui/screen.ts'

/** Backups, restoring, the check-up. */
export const maintenanceWeb: WebModule = {
  screens: [
    {
      path: '/backups',
      page: () => import('./backups.page.tsx'),
      label: '备份',
      help: '查看每份备份是否校验通过，立即备份，下载备份，设定保留多少份。',
      shows: 'maintenance.listBackups',
      place: 'settings/backups',
    },
    {
      path: '/backup-key',
      page: () => import('./backup-key.page.tsx'),
      label: '备份密钥',
      help: '生成备份用的密钥。私钥只由安全管理员保管，遗失后备份无法打开。',
      shows: 'maintenance.getRecipient',
      place: 'settings/backup-key',
    },
    {
      path: '/check-up',
      page: () => import('./check-up.page.tsx'),
      label: '体检',
      help: '逐项检查数据库、磁盘、备份和后台任务，不正常的说明怎样处理。',
      shows: 'maintenance.checkUp',
      place: 'settings/check-up',
    },
  ],
}
