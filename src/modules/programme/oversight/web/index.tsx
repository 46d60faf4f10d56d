import type { Screen } from '#ui/screen.ts'

/** The screens of this module. */
export const oversightScreens: readonly Screen[] = [
  { path: '/oversight', formerly: ['/follows'], page: () => import('./oversight.page.tsx') },
]
