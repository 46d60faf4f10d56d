import { accountsWeb } from '#modules/office/accounts/web/index.tsx'
import { auditingWeb } from '#modules/office/auditing/web/index.tsx'
import { filesWeb } from '#modules/office/files/web/index.tsx'
import { maintenanceWeb } from '#modules/office/maintenance/web/index.tsx'
import { noticesWeb } from '#modules/office/notices/web/index.tsx'
import { organisationsWeb } from '#modules/office/organisations/web/index.tsx'
import { homeWeb } from '#modules/programme/home/web/index.tsx'
import { lampsWeb } from '#modules/programme/lamps/web/index.tsx'
import { ledgersWeb } from '#modules/programme/ledgers/web/index.tsx'
import { meetingsWeb } from '#modules/programme/meetings/web/index.tsx'
import { notesWeb } from '#modules/programme/notes/web/index.tsx'
import { oversightWeb } from '#modules/programme/oversight/web/index.tsx'
import { plansWeb } from '#modules/programme/plans/web/index.tsx'
import { programmesWeb } from '#modules/programme/programmes/web/index.tsx'
import { reportsWeb } from '#modules/programme/reports/web/index.tsx'
import { schedulesWeb } from '#modules/programme/schedules/web/index.tsx'
import { supervisionWeb } from '#modules/programme/supervision/web/index.tsx'
import { wallchartsWeb } from '#modules/programme/wallcharts/web/index.tsx'
import type { Screen, WebModule } from '#ui/screen.ts'
import { houseWeb } from './house.ts'

/** Every module of the web. Routes, navigation, tabs, search, help, slots and what is kept in the browser derive from it. */
export const webModules: readonly WebModule[] = [
  houseWeb,
  accountsWeb,
  organisationsWeb,
  filesWeb,
  noticesWeb,
  auditingWeb,
  maintenanceWeb,
  plansWeb,
  programmesWeb,
  schedulesWeb,
  reportsWeb,
  lampsWeb,
  supervisionWeb,
  ledgersWeb,
  meetingsWeb,
  oversightWeb,
  wallchartsWeb,
  notesWeb,
  homeWeb,
]

export const screens: readonly Screen[] = webModules.flatMap((module) => module.screens ?? [])

export const parts = webModules.flatMap((module) => module.parts ?? [])
