import { AuditOutlined } from '@ant-design/icons'
import type { Screen } from '#ui/screen.ts'
import { auditingContract } from '../contract.ts'

/** The screens of this module. */
export const auditingScreens: readonly Screen[] = [
  {
    path: '/audit',
    page: () => import('./trail.page.tsx'),
    place: { label: '审计', icon: AuditOutlined, order: 60, by: auditingContract.listEntries.by },
  },
]
