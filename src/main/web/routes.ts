import type { Screen } from '#ui/screen.ts'
import { screens } from './modules.ts'

/** Every screen of the product: those of modules, and two that are about all of them. */
export const routes: readonly Screen[] = [
  {
    path: '/',
    page: () => import('./first.page.tsx'),
    label: '首页',
    help: '打开您的第一个页面。',
    leadsOn: true,
  },
  {
    path: '/help',
    page: () => import('./help.page.tsx'),
    label: '帮助',
    help: '每个页面是做什么的，按区域列出，可以查找。',
  },
  ...screens,
]
