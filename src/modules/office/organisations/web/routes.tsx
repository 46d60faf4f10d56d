import { BankOutlined } from '@ant-design/icons'
import type { Screen } from '#ui/screen.ts'
import { organisationContract } from '../contract.ts'

/** The screens of this module. */
export const organisationScreens: readonly Screen[] = [
  {
    path: '/agencies',
    page: () => import('./agency-list.page.tsx'),
    place: { label: '单位名录', icon: BankOutlined, order: 40, by: organisationContract.listAgencies.by },
  },
  { path: '/contacts', page: () => import('./contacts.page.tsx') },
  { path: '/agencies/new', page: () => import('./new-agency.page.tsx') },
  { path: '/agencies/import', page: () => import('./import.page.tsx') },
  { path: '/agencies/$agencyId', page: () => import('./agency.page.tsx') },
  { path: '/agencies/$agencyId/edit', page: () => import('./edit-agency.page.tsx') },
]
