import type { WebModule } from '#ui/screen.ts'

/** Which leader oversees which agencies and tasks. */
export const oversightWeb: WebModule = {
  screens: [
    {
      path: '/oversight',
      formerly: ['/follows'],
      page: () => import('./oversight.page.tsx'),
      label: '领导分管',
      help: '设定每位县领导分管哪些单位、重点关注哪些任务，挂图和要事按此排列。',
      shows: 'oversight.listOversight',
      place: 'settings/oversight',
    },
  ],
}
