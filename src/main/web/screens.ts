import { accountScreens } from '#modules/accounts/web/index.tsx'
import { auditingScreens } from '#modules/auditing/web/index.tsx'
import { briefingScreens } from '#modules/briefings/web/index.tsx'
import { keepingScreens } from '#modules/keeping/web/index.tsx'
import { lampScreens } from '#modules/lamps/web/index.tsx'
import { meetingScreens } from '#modules/meetings/web/index.tsx'
import { noticeScreens } from '#modules/notices/web/index.tsx'
import { organisationScreens } from '#modules/organisations/web/index.tsx'
import { planScreens } from '#modules/plans/web/index.tsx'
import { programmeScreens } from '#modules/programmes/web/index.tsx'
import { scheduleScreens } from '#modules/schedules/web/index.tsx'
import { statementScreens } from '#modules/statements/web/index.tsx'
import { supervisionScreens } from '#modules/supervision/web/index.tsx'
import { wallchartScreens } from '#modules/wallcharts/web/index.tsx'
import type { Screen } from '#ui/screen.ts'

/** The screens of all modules; the first page, which leads to one of them, is added where they are routed. */
export const screens: readonly Screen[] = [
  { path: '/api-docs', page: () => import('./api-docs/api-docs.page.tsx') },
  ...programmeScreens,
  ...scheduleScreens,
  ...lampScreens,
  ...briefingScreens,
  ...statementScreens,
  ...meetingScreens,
  ...supervisionScreens,
  ...wallchartScreens,
  ...planScreens,
  ...organisationScreens,
  ...accountScreens,
  ...noticeScreens,
  ...auditingScreens,
  ...keepingScreens,
]
