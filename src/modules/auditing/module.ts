import { defineModule } from '#platform/operation/implement.ts'
import { exportTrail } from './server/export-trail.ts'
import { listEntries } from './server/list-entries.ts'
import { verifyTrail } from './server/verify-trail.ts'

/** Who did what: the trail of all writes, read and checked by those who do not write. */
export const auditing = defineModule({
  name: 'auditing',
  title: '审计',
  operations: [listEntries, verifyTrail, exportTrail],
  listens: [],
})
