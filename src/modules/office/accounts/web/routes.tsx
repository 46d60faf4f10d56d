import { TeamOutlined } from '@ant-design/icons'
import type { Screen } from '#ui/screen.ts'
import { accountContract } from '../contract.ts'

/** The screens of this module. */
export const accountScreens: readonly Screen[] = [
  { path: '/account', page: () => import('./my-account.page.tsx') },
  { path: '/users/rules', page: () => import('./rules.page.tsx') },
  {
    path: '/users',
    page: () => import('./user-list.page.tsx'),
    place: { label: '账号', icon: TeamOutlined, order: 35, by: accountContract.listUsers.by },
  },
]
