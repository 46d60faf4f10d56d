import { accountScreens } from '#modules/accounts/web/index.tsx'
import { auditingScreens } from '#modules/auditing/web/index.tsx'
import { organisationScreens } from '#modules/organisations/web/index.tsx'
import { planScreens } from '#modules/plans/web/index.tsx'
import { programmeScreens } from '#modules/programmes/web/index.tsx'
import type { Screen } from '#ui/screen.ts'

/** Every screen of the product, module by module. */
export const screens: readonly Screen[] = [
  { path: '/', page: () => import('./first.page.tsx') },
  ...programmeScreens,
  ...planScreens,
  ...organisationScreens,
  ...accountScreens,
  ...auditingScreens,
]
