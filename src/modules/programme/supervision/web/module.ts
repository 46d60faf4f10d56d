import { taskSections } from '#modules/programme/programmes/web/index.tsx'
import { fill } from '#ui/parts.tsx'
import type { WebModule } from '#ui/screen.ts'

/** Who is pressed for what, how hard and until when. */
export const supervisionWeb: WebModule = {
  screens: [
    {
      path: '/programmes/$programmeId/supervision',
      page: () => import('./supervision.page.tsx'),
      label: '督办',
      help: '按数据提出的督办建议、在办和已销号的督办事项、印发的通报和督办台账。',
      shows: 'supervision.listOrders',
      place: 'programme/supervision',
    },
    {
      path: '/programmes/$programmeId/circular',
      page: () => import('./circular.page.tsx'),
      label: '起草通报',
      help: '数据都取自记录，文字由人定稿，印发后编号存档。',
      shows: 'supervision.draftCircular',
      under: '/programmes/$programmeId/supervision',
    },
    {
      path: '/programmes/$programmeId/supervision-settings',
      page: () => import('./settings.page.tsx'),
      label: '督办规则',
      help: '什么情况发提示函、催办函、督办单、通报和约谈，各给多少天，怎样编号落款。',
      shows: 'supervision.getSettings',
      under: '/programmes/$programmeId/supervision',
    },
    {
      path: '/orders/$orderId',
      page: () => import('./order.page.tsx'),
      label: '督办事项',
      help: '一件督办从立项到销号的全过程：要求、文书、签收、反馈、延期和复核。',
      shows: 'supervision.getOrder',
      under: '/programmes/$programmeId/supervision',
    },
  ],
  parts: [fill(taskSections, 30, () => import('./task-orders.tsx'))],
}
