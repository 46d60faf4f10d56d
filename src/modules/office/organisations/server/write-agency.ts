import { and, eq } from 'drizzle-orm'
import { newId } from '#kernel/ids.ts'
import { pinyinInitials } from '#platform/chinese/pinyin.ts'
import type { Tx } from '#platform/database/tx.ts'
import type { Agency } from '../domain/agency.ts'
import { guessKind } from '../domain/agency-kind.ts'
import { assertStorable, withAlias } from '../domain/agency-rules.ts'
import { organisationErrors } from '../domain/errors.ts'
import { holdRegister, listDivisionAgencies } from './register.ts'
import { agencies } from './tables.ts'

/** First letters of name and short name, for typing kjj to find 科技局. */
export const initialsOf = ({ name, shortName }: Pick<Agency, 'name' | 'shortName'>): string =>
  pinyinInitials([name, shortName ?? ''].join(' ').trim()).slice(0, 200)

/** Checks an agency against its division's register and keeps it, new or changed. */
export async function storeAgency(tx: Tx, fields: Omit<Agency, 'initials'>): Promise<Agency> {
  await holdRegister(tx, fields.divisionCode)
  assertStorable({ ...fields, initials: '' }, await listDivisionAgencies(tx, fields.divisionCode))
  const agency: Agency = { ...fields, initials: initialsOf(fields) }
  await tx
    .insert(agencies)
    .values(agency)
    .onConflictDoUpdate({ target: [agencies.divisionCode, agencies.id], set: agency })
  return agency
}

/** The agency of this division, locked for a change. */
export async function lockAgency(tx: Tx, agencyId: string, divisionCode: string): Promise<Agency> {
  const mine = and(eq(agencies.id, agencyId), eq(agencies.divisionCode, divisionCode))
  const [row] = await tx.select().from(agencies).where(mine).for('update')
  if (!row) throw organisationErrors.agencyNotFound({})
  return row
}

/** Another name for an agency, without dates; a name it bears already changes nothing. */
export async function addAlias(
  tx: Tx,
  asked: { divisionCode: string; agencyId: string; alias: string },
): Promise<Agency> {
  const agency = await lockAgency(tx, asked.agencyId, asked.divisionCode)
  if ([agency.name, agency.shortName].includes(asked.alias)) return agency
  return storeAgency(tx, withAlias(agency, { name: asked.alias, from: null, to: null }))
}

/** An agency known by its name alone; an agency of that name is returned as it is. */
export async function addAgency(
  tx: Tx,
  { divisionCode, name }: { divisionCode: string; name: string },
): Promise<Agency> {
  const same = and(eq(agencies.divisionCode, divisionCode), eq(agencies.name, name))
  const [known] = await tx.select().from(agencies).where(same)
  return known ?? storeAgency(tx, { ...nameOnly, id: newId(), divisionCode, name, kind: guessKind(name) })
}

const nameOnly = {
  shortName: null, deptCodes: [], aliases: [], formerNames: [], creditCode: null, memberIds: [], mergedIntoId: null,
  validFrom: null, validTo: null,
} // biome-ignore format: a record
