import { CloudServerOutlined, KeyOutlined, MedicineBoxOutlined } from '@ant-design/icons'
import type { Screen } from '#ui/screen.ts'
import { keepingContract } from '../contract.ts'

/** The screens of this module. */
export const keepingScreens: readonly Screen[] = [
  {
    path: '/backups',
    page: () => import('./backups.page.tsx'),
    place: { label: '备份', icon: CloudServerOutlined, order: 70, by: keepingContract.listBackups.by },
  },
  {
    path: '/backup-key',
    page: () => import('./backup-key.page.tsx'),
    place: { label: '备份密钥', icon: KeyOutlined, order: 72, by: keepingContract.getRecipient.by },
  },
  {
    path: '/check-up',
    page: () => import('./check-up.page.tsx'),
    place: { label: '体检', icon: MedicineBoxOutlined, order: 71, by: keepingContract.checkUp.by },
  },
]
