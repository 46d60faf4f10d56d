import { and, asc, lte } from 'drizzle-orm'
import { type Owned, ofRow } from '#platform/database/same-row.ts'
import type { Tx } from '#platform/database/tx.ts'
import type { OutsideFact } from '../domain/outside-fact.ts'
import type { TargetSource } from '../domain/reporting.ts'
import { outsideValues, targetSources } from './tables.ts'

/** The newest line of each target. */
export const listSources = (tx: Tx, programme: Owned): Promise<TargetSource[]> =>
  tx
    .select()
    .from(targetSources)
    .where(ofRow(targetSources.programmeId, programme))
    .orderBy(asc(targetSources.savedAt), asc(targetSources.id))

export const listOutside = (tx: Tx, programme: Owned, asOf: Date): Promise<OutsideFact[]> =>
  tx
    .select({
      targetId: outsideValues.targetId,
      value: outsideValues.value,
      on: outsideValues.on,
      from: outsideValues.from,
    })
    .from(outsideValues)
    .where(and(ofRow(outsideValues.programmeId, programme), lte(outsideValues.savedAt, asOf)))
    .orderBy(asc(outsideValues.on), asc(outsideValues.savedAt), asc(outsideValues.id))
