import { asc } from 'drizzle-orm'
import { once } from '#platform/database/once.ts'
import { type Owned, ofRow } from '#platform/database/same-row.ts'
import type { Tx } from '#platform/database/tx.ts'
import { issues } from './tables.ts'

/** Every issue of the plan a programme has run on, oldest first: which text, of which division, in force since when. */
export const listIssues = (tx: Tx, programme: Owned) =>
  once(tx, `programmes.issues ${programme.divisionCode} ${programme.id}`, async () =>
    tx
      .select({
        divisionCode: issues.divisionCode,
        version: issues.version,
        planId: issues.planId,
        publishedAt: issues.publishedAt,
      })
      .from(issues)
      .where(ofRow(issues.programmeId, programme))
      .orderBy(asc(issues.version)),
  )
