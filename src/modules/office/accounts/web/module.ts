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
      path: '/users/rules',
      page: () => import('./rules.page.tsx'),
      label: '登录规则',
      help: '规定密码长度、锁定次数和登录有效时间。安全管理员可以修改，须说明理由。',
      shows: 'accounts.getRules',
      place: 'settings/account-rules',
    },
  ],
}
