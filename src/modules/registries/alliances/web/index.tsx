import { registryParts, registryScreens } from '#ui/registry/screens.tsx'
import type { WebModule } from '#ui/screen.ts'

const door = {
  module: 'alliances',
  noun: '产业联盟',
  path: '/alliances',
  help: '本县牵头或参加的产业技术创新联盟。可登记、从表格导入，也可查过去某一天的样子。',
  place: 'innovation/alliances',
  load: async () => (await import('../contract.ts')).allianceRegistry,
} as const

/** 产业技术创新联盟. */
export const alliancesWeb: WebModule = { screens: registryScreens(door), parts: registryParts(door) }
