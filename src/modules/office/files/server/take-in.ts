import { and, asc, desc, eq, type SQL, sql } from 'drizzle-orm'
import { holdSubject } from '#platform/database/hold-subject.ts'
import type { Db, Tx } from '#platform/database/tx.ts'
import { type FileStore, sha256Of } from '#platform/files/file-store.ts'
import type { Call } from '#platform/operation/implement.ts'
import { storedFileErrors } from '../domain/errors.ts'
import { megabytesOf, type Quota } from '../domain/limits.ts'
import { intakes } from './tables.ts'

/** Where people's bytes are kept, and how many are taken in. */
export interface QuotaStore extends FileStore {
  quota: Quota
}

type Giving = Pick<Call<unknown>, 'tx' | 'actor' | 'today'>

/**
 * The one way for people's bytes into the store, whatever they are for. What came from this person on this day before
 * counts once for them, what the county holds already once for the county.
 * @returns SHA-256 of the bytes, hex
 * @throws dayFull, countyFull
 */
export async function takeIn(store: QuotaStore, { tx, actor, today }: Giving, bytes: Uint8Array): Promise<string> {
  const { divisionCode, userId: personId } = actor
  const sha256 = sha256Of(bytes)
  await holdSubject(tx, `files.intake.${divisionCode}.${personId}`)
  const here = eq(intakes.divisionCode, divisionCode)
  const [known] = await tx
    .select()
    .from(intakes)
    .where(and(here, eq(intakes.sha256, sha256)))
    .limit(1)
  const intake = { divisionCode, personId, takenOn: today, sha256, byteLength: bytes.length }
  const [added] = await tx.insert(intakes).values(intake).onConflictDoNothing().returning()
  if (added) await checkDay(tx, added, store.quota)
  if (!known) await checkCounty(tx, added ?? intake, store.quota)
  return store.put(bytes)
}

type Row = typeof intakes.$inferSelect

/** Counted with the row in it: a refusal takes the row back with everything else. */
async function checkDay(tx: Tx, { divisionCode, personId, takenOn, byteLength }: Row, quota: Quota): Promise<void> {
  const own = and(eq(intakes.divisionCode, divisionCode), eq(intakes.personId, personId), eq(intakes.takenOn, takenOn))
  const [sum] = await tx
    .select({ files: sql<number>`count(*)::int`, bytes: sql`coalesce(sum(${intakes.byteLength}), 0)`.mapWith(Number) })
    .from(intakes)
    .where(own)
  const { files, bytes } = sum ?? { files: 0, bytes: 0 }
  if (files <= quota.filesADay && bytes <= quota.bytesADay) return
  const before = bytes - byteLength
  throw storedFileErrors.dayFull({
    files: files - 1,
    megabytes: megabytesOf(before),
    left: megabytesOf(Math.max(0, quota.bytesADay - before)),
    quota: { files: quota.filesADay, megabytes: megabytesOf(quota.bytesADay) },
  })
}

async function checkCounty(tx: Tx, { divisionCode, byteLength }: Row, { countyBytes }: Quota): Promise<void> {
  const before = (await sumOfCounty(tx, divisionCode)) - byteLength
  if (before + byteLength <= countyBytes) return
  throw storedFileErrors.countyFull({
    megabytes: megabytesOf(before),
    left: megabytesOf(Math.max(0, countyBytes - before)),
    limit: megabytesOf(countyBytes),
  })
}

/** Bytes the county keeps, each hash once. */
async function sumOfCounty(tx: Tx, divisionCode: string): Promise<number> {
  const [sum] = await sums(tx, eq(intakes.divisionCode, divisionCode))
  return sum?.bytes ?? 0
}

/** Bytes each county keeps, the most first. */
export const sumOfCounties = (db: Db): Promise<{ divisionCode: string; bytes: number }[]> => sums(db, undefined)

function sums(tx: Tx | Db, where: SQL | undefined) {
  const { divisionCode, sha256, byteLength } = intakes
  const each = tx.selectDistinct({ divisionCode, sha256, byteLength }).from(intakes).where(where).as('each')
  const bytes = sql`sum(${each.byteLength})`.mapWith(Number)
  return tx
    .select({ divisionCode: each.divisionCode, bytes })
    .from(each)
    .groupBy(each.divisionCode)
    .orderBy(desc(bytes), asc(each.divisionCode))
}
