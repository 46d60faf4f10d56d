import { and, asc, eq, lte } from 'drizzle-orm'
import type { Tx } from '#platform/database/tx.ts'
import type { TargetSource } from '../domain/reporting.ts'
import { outsideValues, targetSources } from './tables.ts'

/** The newest line of each target. */
export const listSources = (tx: Tx, programmeId: string): Promise<TargetSource[]> =>
  tx
    .select()
    .from(targetSources)
    .where(eq(targetSources.programmeId, programmeId))
    .orderBy(asc(targetSources.savedAt), asc(targetSources.id))

/** A figure the office took over from outside. */
export interface OutsideFact {
  targetId: string
  value: number
  on: string
  from: string
}

export const listOutside = (tx: Tx, programmeId: string, asOf: Date): Promise<OutsideFact[]> =>
  tx
    .select({
      targetId: outsideValues.targetId,
      value: outsideValues.value,
      on: outsideValues.on,
      from: outsideValues.from,
    })
    .from(outsideValues)
    .where(and(eq(outsideValues.programmeId, programmeId), lte(outsideValues.savedAt, asOf)))
    .orderBy(asc(outsideValues.on), asc(outsideValues.savedAt), asc(outsideValues.id))
