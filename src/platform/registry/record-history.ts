import { and, asc, eq } from 'drizzle-orm'
import { dayOf } from '#kernel/moment.ts'
import type { Values } from '#kernel/registry/record-view.ts'
import type { Tx } from '#platform/database/tx.ts'
import { registryErrors } from './errors.ts'
import { currentOf, type Kit, type Row, versionsOf } from './kit.ts'
import { asOf, columnOf } from './list-records.ts'
import { openedValues } from './write-records.ts'

interface Of {
  divisionCode: string
  id: string
  around: Readonly<Record<string, string>>
  on?: string | undefined
  knownOn?: string | undefined
}

/** The record as it was on a day, as far as it was known on another; as it is without either. */
export async function rowAsOf(tx: Tx, kit: Kit, { id, around, ...of }: Of): Promise<Row> {
  const source = of.on === undefined && of.knownOn === undefined ? currentOf(kit) : asOf(tx, kit, of)
  const here = Object.entries({ divisionCode: of.divisionCode, id, ...around })
  const [row] = await tx
    .select()
    .from(source)
    .where(and(...here.map(([name, value]) => eq(columnOf(source, name), value))))
  if (!row) throw registryErrors.recordNotFound({ noun: kit.noun, on: of.on ?? of.knownOn })
  return row as unknown as Row
}

/** What became of a record. */
export type Fate = Pick<Row, 'endedOn' | 'mergedIntoId'>

/** A state a record has had. */
export interface Stored extends Fate {
  version: number
  validFrom: string
  recordedAt: Date
  savedBy: string
  basis: string
  values: Values
}

/** Every state a record has had, in the order in which they became known. */
export async function listHistory(tx: Tx, kit: Kit, { divisionCode, id, knownOn }: Of): Promise<Stored[]> {
  const versions = versionsOf(kit)
  const rows = await tx
    .select()
    .from(versions)
    .where(and(eq(columnOf(versions, 'divisionCode'), divisionCode), eq(columnOf(versions, 'id'), id)))
    .orderBy(asc(columnOf(versions, 'version')))
  return (rows as unknown as (Row & Omit<Stored, 'basis' | 'values'> & { source: string })[])
    .filter(({ recordedAt }) => knownOn === undefined || dayOf(recordedAt) <= knownOn)
    .map((row) => ({
      version: row.version,
      validFrom: row.validFrom,
      recordedAt: row.recordedAt,
      savedBy: row.savedBy,
      basis: row.source,
      values: openedValues(kit, row),
      endedOn: row.endedOn,
      mergedIntoId: row.mergedIntoId,
    }))
}
