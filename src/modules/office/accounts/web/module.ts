import type { WebModule } from '#ui/screen.ts'

/** People, roles, signing in. */
export const accountsWeb: WebModule = {
  screens: [
    {
      path: '/account',
      page: () => import('./my-account.page.tsx'),
      label: '账号与登录',
      help: '修改自己的密码，启用动态口令，查看并退出已登录的设备。',
      shows: 'accounts.listDevices',
    },
    {
      path: '/users',
      page: () => import('./user-list.page.tsx'),
      label: '账号',
      help: '系统管理员新建、修改账号，安全管理员核对后授权；停用、解锁、重置密码也在这里。',
      shows: 'accounts.listUsers',
      place: 'settings/accounts',
    },
    {
      path: '/users/import',
      page: () => import('./import-people.page.tsx'),
      label: '从表格导入账号',
      help: '系统管理员把单位报来的人员名单一次导入：先试导看清新账号和新身份，再写入，等安全管理员授权。',
      shows: 'accounts.importRecords',
      under: '/users',
    },
    {
      path: '/users/passwords',
      page: () => import('./first-passwords.page.tsx'),
      label: '首次密码',
      help: '给还没有密码的账号生成首次密码，一人一条打印出来分发。只显示一次。',
      shows: 'accounts.issuePasswords',
      under: '/users',
    },
    {
      path: '/users/rules',
      page: () => import('./rules.page.tsx'),
      label: '登录规则',
      help: '规定密码长度、锁定次数和登录有效时间。安全管理员可以修改，须说明理由。',
      shows: 'accounts.getRules',
      place: 'settings/account-rules',
    },
  ],
}
