import type { WebModule } from '#ui/screen.ts'

/** About the program itself. */
export const houseWeb: WebModule = {
  screens: [
    {
      path: '/api-docs',
      page: () => import('./api-docs/api-docs.page.tsx'),
      label: '接口说明',
      help: '供其他系统对接的全部接口：地址、参数、返回内容和谁可以调用。',
      place: 'settings/api',
    },
  ],
}
