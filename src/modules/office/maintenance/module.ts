import type { Db } from '#platform/database/tx.ts'
import { defineModule } from '#platform/operation/implement.ts'
import { backupJob } from './server/backup-job.ts'
import { getBackup, listBackups, makeBackup, saveRetention } from './server/backup-operations.ts'
import { checkUp } from './server/check-up.ts'
import type { MaintenancePorts } from './server/ports.ts'
import { getRecipient, saveRecipient } from './server/recipient-operations.ts'

/** Keeping the installation: backups that are verified, and a check-up that says what to do. */
export const maintenance = (ports: MaintenancePorts & { db: Db; countyBytes: number }) => {
  const job = backupJob(ports)
  return defineModule({
    name: 'maintenance',
    title: '运维',
    operations: [
      listBackups(ports),
      makeBackup(ports, job),
      getBackup(ports),
      saveRetention(ports),
      getRecipient(ports),
      saveRecipient(ports),
      checkUp(ports),
    ],
    listens: [],
    jobs: [job],
    // 02:10 in the county, when nobody works.
    schedules: [{ job, cron: '10 18 * * *', payload: { kind: 'daily', by: '每日自动' }, onlyLive: true }],
  })
}
