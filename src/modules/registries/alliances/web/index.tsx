import { TeamOutlined } from '@ant-design/icons'
import { registryScreens } from '#ui/registry/screens.tsx'
import { allianceRegistry } from '../contract.ts'

/** The screens of this module. */
export const allianceScreens = registryScreens(allianceRegistry, {
  list: { place: { label: '产业联盟', icon: TeamOutlined, order: 45, by: allianceRegistry.readers } },
})
