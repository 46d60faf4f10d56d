import { CloudServerOutlined, KeyOutlined, MedicineBoxOutlined } from '@ant-design/icons'
import type { Screen } from '#ui/screen.ts'
import { maintenanceContract } from '../contract.ts'

/** The screens of this module. */
export const maintenanceScreens: readonly Screen[] = [
  {
    path: '/backups',
    page: () => import('./backups.page.tsx'),
    place: { label: '备份', icon: CloudServerOutlined, order: 70, by: maintenanceContract.listBackups.by },
  },
  {
    path: '/backup-key',
    page: () => import('./backup-key.page.tsx'),
    place: { label: '备份密钥', icon: KeyOutlined, order: 72, by: maintenanceContract.getRecipient.by },
  },
  {
    path: '/check-up',
    page: () => import('./check-up.page.tsx'),
    place: { label: '体检', icon: MedicineBoxOutlined, order: 71, by: maintenanceContract.checkUp.by },
  },
]
