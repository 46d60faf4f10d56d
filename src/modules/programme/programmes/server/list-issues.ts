import { asc, eq } from 'drizzle-orm'
import { once } from '#platform/database/once.ts'
import type { Tx } from '#platform/database/tx.ts'
import { issues } from './tables.ts'

/** Every issue of the plan a programme has run on, oldest first: which text, of which division, in force since when. */
export const listIssues = (tx: Tx, programmeId: string) =>
  once(tx, `programmes.issues ${programmeId}`, async () =>
    tx
      .select({
        divisionCode: issues.divisionCode,
        version: issues.version,
        planId: issues.planId,
        publishedAt: issues.publishedAt,
      })
      .from(issues)
      .where(eq(issues.programmeId, programmeId))
      .orderBy(asc(issues.version)),
  )
