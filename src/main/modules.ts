import { accounts } from '#modules/office/accounts/module.ts'
import type { AccountPorts } from '#modules/office/accounts/server/index.ts'
import { auditing } from '#modules/office/auditing/module.ts'
import { files } from '#modules/office/files/module.ts'
import { maintenance } from '#modules/office/maintenance/module.ts'
import { notices } from '#modules/office/notices/module.ts'
import type { NoticePorts } from '#modules/office/notices/server/index.ts'
import { organisations } from '#modules/office/organisations/module.ts'
import { search } from '#modules/office/search/module.ts'
import { home } from '#modules/programme/home/module.ts'
import { lamps } from '#modules/programme/lamps/module.ts'
import { ledgers, policyList, projectList } from '#modules/programme/ledgers/module.ts'
import { meetings } from '#modules/programme/meetings/module.ts'
import { notes } from '#modules/programme/notes/module.ts'
import { oversight } from '#modules/programme/oversight/module.ts'
import { plans } from '#modules/programme/plans/module.ts'
import type { PlanPorts } from '#modules/programme/plans/server/index.ts'
import { programmes } from '#modules/programme/programmes/module.ts'
import { countLeads } from '#modules/programme/programmes/server/index.ts'
import { reporting } from '#modules/programme/reporting/module.ts'
import { reports } from '#modules/programme/reports/module.ts'
import { schedules } from '#modules/programme/schedules/module.ts'
import { supervision } from '#modules/programme/supervision/module.ts'
import { wallcharts } from '#modules/programme/wallcharts/module.ts'
import { alliances } from '#modules/registries/alliances/module.ts'
import type { Module } from '#platform/operation/implement.ts'

/** What modules are given that is not in the database: files, threads, keys. */
export interface Ports {
  accountPorts: AccountPorts
  noticePorts: NoticePorts
  planPorts: PlanPorts
  auditing: Parameters<typeof auditing>[0]
  files: Parameters<typeof files>[0]
  meetings: Parameters<typeof meetings>[0]
  maintenance: Parameters<typeof maintenance>[0]
}

/** Every module of the server, each after those it uses. Routes, jobs, listeners, documentation and sweeps derive from it. */
export function listModules(ports: Ports): readonly Module[] {
  const modules = listSearched(ports)
  return [...modules, search(modules.flatMap(({ finds }) => finds ?? []))]
}

/** Those the search looks into. */
const listSearched = (ports: Ports): readonly Module[] => [
  organisations({ countLeads }),
  accounts(ports.accountPorts),
  notices(ports.noticePorts),
  files(ports.files),
  auditing(ports.auditing),
  maintenance(ports.maintenance),
  alliances,
  plans(ports.planPorts),
  programmes,
  schedules,
  reporting,
  reports,
  lamps,
  supervision,
  ledgers,
  projectList,
  policyList,
  meetings(ports.meetings),
  oversight,
  wallcharts,
  notes,
  home,
]
