import { z } from 'zod'
import { contract } from '#kernel/contract.ts'
import { Moment } from '#kernel/moment.ts'
import { Backup } from './domain/backup.ts'
import { Check } from './domain/check.ts'
import { Recipient } from './domain/recipient.ts'
import { Retention } from './domain/retention.ts'

const administrator = ['administrator'] as const
const securityAdministrator = ['securityAdministrator'] as const
const reason = z.string().trim().min(2, '请写明理由。').max(200).meta({ label: '理由' })

export const BackupsView = z.object({
  /** Newest first. */
  backups: z.array(Backup.extend({ kindTitle: z.string() })),
  retention: Retention,
  folder: z.string(),
  /** A backup asked for and not written yet. */
  isUnderWay: z.boolean(),
  recipient: Recipient.nullable(),
})
export type BackupsView = z.infer<typeof BackupsView>

export const RecipientView = z.object({
  recipient: Recipient.nullable(),
  /** Id of the key this installation signs its backups with; null before the first. */
  signerId: z.string().nullable(),
})
export type RecipientView = z.infer<typeof RecipientView>

export const CheckUpView = z.object({ checks: z.array(Check), checkedAt: Moment })
export type CheckUpView = z.infer<typeof CheckUpView>

export const maintenanceContract = contract('maintenance', {
  listBackups: { path: 'GET /backups', title: '查看备份', by: administrator, input: z.object({}), output: BackupsView },
  makeBackup: { path: 'POST /backups', title: '立即备份', by: administrator, input: z.object({}), output: BackupsView },
  getBackup: {
    path: 'GET /backups/:name/file',
    title: '下载备份',
    by: administrator,
    download: true,
    input: Backup.pick({ name: true }),
    output: z.unknown(),
  },
  saveRetention: {
    path: 'PUT /backups/retention',
    title: '修改备份保留规则',
    by: administrator,
    input: Retention.extend({ reason }),
    output: BackupsView,
  },
  getRecipient: {
    path: 'GET /backups/recipient',
    title: '查看备份密钥',
    by: securityAdministrator,
    input: z.object({}),
    output: RecipientView,
  },
  saveRecipient: {
    path: 'PUT /backups/recipient',
    title: '修改备份密钥',
    by: securityAdministrator,
    input: Recipient.pick({ recipient: true }).extend({ reason }),
    output: RecipientView,
  },
  checkUp: { path: 'GET /check-up', title: '体检', by: administrator, input: z.object({}), output: CheckUpView },
})
