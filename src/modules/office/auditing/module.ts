import { defineModule } from '#platform/operation/implement.ts'
import { compareHead } from './server/compare-head.ts'
import { exportTrail } from './server/export-trail.ts'
import { exportHeadsJob, keepHeadsJob } from './server/let-heads-out.ts'
import { listEntries } from './server/list-entries.ts'
import type { AuditingPorts } from './server/ports.ts'
import { verifyTrail } from './server/verify-trail.ts'

/** Who did what: the trail of all writes, read and checked by those who do not write. */
export const auditing = (ports: AuditingPorts) => {
  const [keeping, exporting] = [keepHeadsJob(ports), exportHeadsJob(ports)]
  return defineModule({
    name: 'auditing',
    title: '审计',
    operations: [listEntries, verifyTrail(ports), compareHead, exportTrail],
    listens: [],
    jobs: [keeping, exporting],
    schedules: [
      { job: keeping, cron: '7 * * * *', payload: {}, onlyLive: true },
      // 02:40 in the county, behind the backup.
      { job: exporting, cron: '40 18 * * *', payload: {}, onlyLive: true },
    ],
  })
}
