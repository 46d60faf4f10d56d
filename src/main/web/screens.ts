import { accountScreens } from '#modules/accounts/web/index.tsx'
import type { Screen } from '#ui/screen.ts'

/** Every screen of the product, module by module. */
export const screens: readonly Screen[] = [{ path: '/', page: () => import('./first.page.tsx') }, ...accountScreens]
