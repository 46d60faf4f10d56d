import type { Screen } from '#ui/screen.ts'

/** The screens of this module. */
export const accountScreens: readonly Screen[] = [
  { path: '/sign-in', page: () => import('./sign-in.page.tsx'), bare: true },
]
