import { accountScreens } from '#modules/office/accounts/web/index.tsx'
import { auditingScreens } from '#modules/office/auditing/web/index.tsx'
import { maintenanceScreens } from '#modules/office/maintenance/web/index.tsx'
import { noticeScreens } from '#modules/office/notices/web/index.tsx'
import { organisationScreens } from '#modules/office/organisations/web/index.tsx'
import { homeScreens } from '#modules/programme/home/web/index.tsx'
import { lampScreens } from '#modules/programme/lamps/web/index.tsx'
import { ledgerScreens } from '#modules/programme/ledgers/web/index.tsx'
import { meetingScreens } from '#modules/programme/meetings/web/index.tsx'
import { noteScreens } from '#modules/programme/notes/web/index.tsx'
import { oversightScreens } from '#modules/programme/oversight/web/index.tsx'
import { planScreens } from '#modules/programme/plans/web/index.tsx'
import { programmeScreens } from '#modules/programme/programmes/web/index.tsx'
import { reportScreens } from '#modules/programme/reports/web/index.tsx'
import { scheduleScreens } from '#modules/programme/schedules/web/index.tsx'
import { supervisionScreens } from '#modules/programme/supervision/web/index.tsx'
import { wallchartScreens } from '#modules/programme/wallcharts/web/index.tsx'
import { allianceScreens } from '#modules/registries/alliances/web/index.tsx'
import type { Screen } from '#ui/screen.ts'

/** The screens of all modules; the first page, which leads to one of them, is added where they are routed. */
export const screens: readonly Screen[] = [
  { path: '/api-docs', page: () => import('./api-docs/api-docs.page.tsx') },
  ...programmeScreens,
  ...scheduleScreens,
  ...lampScreens,
  ...homeScreens,
  ...noteScreens,
  ...reportScreens,
  ...meetingScreens,
  ...supervisionScreens,
  ...ledgerScreens,
  ...oversightScreens,
  ...wallchartScreens,
  ...planScreens,
  ...allianceScreens,
  ...organisationScreens,
  ...accountScreens,
  ...noticeScreens,
  ...auditingScreens,
  ...maintenanceScreens,
]
