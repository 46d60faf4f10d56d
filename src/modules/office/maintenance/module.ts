import type { Reference } from '#platform/database/reference.ts'
import type { Db } from '#platform/database/tx.ts'
import { defineModule } from '#platform/operation/implement.ts'
import { forgetImports } from '#platform/registry/forget-imports.ts'
import { backupJob } from './server/backup-job.ts'
import { getBackup, listBackups, makeBackup, saveRetention } from './server/backup-operations.ts'
import { checkReferences } from './server/check-references.ts'
import { checkUp } from './server/check-up.ts'
import type { MaintenancePorts } from './server/ports.ts'
import { getRecipient, saveRecipient } from './server/recipient-operations.ts'

/** Keeping the installation: backups that are verified, and a check-up that says what to do. */
export const maintenance = (
  ports: MaintenancePorts & { db: Db; countyBytes: number; references: readonly Reference[] },
) => {
  const job = backupJob(ports)
  const checking = checkReferences(ports.references)
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
    jobs: [job, checking, forgetImports],
    // 02:10, 02:50 and 03:20 in the county, when nobody works.
    schedules: [
      { job, cron: '10 18 * * *', payload: { kind: 'daily', by: '每日自动' }, onlyLive: true },
      { job: checking, cron: '50 18 * * *', payload: {} },
      { job: forgetImports, cron: '20 19 * * *', payload: {} },
    ],
  })
}
