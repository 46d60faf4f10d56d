import { and, asc, type Column, eq, inArray, type SQL, sql } from 'drizzle-orm'
import { once } from '#platform/database/once.ts'
import { type Owned, type Owner, ofRows, sameRow } from '#platform/database/same-row.ts'
import type { Tx } from '#platform/database/tx.ts'
import type { Agency } from '../domain/agency.ts'
import { type AgencyRegister, buildRegister } from '../domain/agency-register.ts'
import { type AgencyMatch, matchAgency } from '../domain/match-agency.ts'
import { listAbove } from './agencies-above.ts'
import { divisionLine } from './divisions.ts'
import { agencies, agencyColumns } from './tables.ts'

/** The agencies a plan of this division may name: its own and those of the divisions above. */
export async function loadRegister(tx: Tx, divisionCode: string): Promise<AgencyRegister> {
  const line = divisionLine(divisionCode)
  const codes = line.map((division) => division.code)
  const rows = await tx.select(agencyColumns).from(agencies).where(inArray(agencies.divisionCode, codes))
  return buildRegister(rows, line)
}

export const listDivisionAgencies = (tx: Tx, divisionCode: string): Promise<readonly Agency[]> =>
  once(tx, `organisations.agencies ${divisionCode}`, async () =>
    tx
      .select(agencyColumns)
      .from(agencies)
      .where(eq(agencies.divisionCode, divisionCode))
      .orderBy(asc(agencies.name), asc(agencies.id)),
  )

/** Names as written in a plan → what the register says of each, on the day the plan speaks of. */
export async function matchNames(
  tx: Tx,
  asked: { divisionCode: string; names: readonly string[]; on?: string | undefined },
): Promise<Map<string, AgencyMatch>> {
  const register = await loadRegister(tx, asked.divisionCode)
  return new Map(asked.names.map((name) => [name, matchAgency(name, register, asked.on)]))
}

export async function findAgency(tx: Tx, agency: Owned): Promise<Agency | undefined> {
  const [row] = await tx.select(agencyColumns).from(agencies).where(sameRow(agencies, agency))
  return row
}

export const listAgenciesById = async (tx: Tx, agencyIds: readonly string[], owner: Owner): Promise<Agency[]> =>
  agencyIds.length === 0
    ? []
    : tx
        .select(agencyColumns)
        .from(agencies)
        .where(ofRows(agencies.id, agencyIds, owner))
        .orderBy(asc(agencies.name), asc(agencies.id))

/** Names of the agencies rows of an owner name: its own, and those above it that it keeps a reference to. */
export async function getAgencyNames(tx: Tx, agencyIds: readonly string[], owner: Owner): Promise<Map<string, string>> {
  if (agencyIds.length === 0) return new Map()
  const { id, name } = agencies
  const own = await tx
    .select({ id, name })
    .from(agencies)
    .where(ofRows(id, agencyIds, owner))
  const named = new Map(own.map((row) => [row.id, row.name]))
  const others = agencyIds.filter((one) => !named.has(one))
  for (const above of others.length === 0 ? [] : await listAbove(tx, others, owner)) named.set(above.id, above.name)
  return named
}

/** The name of the agency a row of another module names, as a column of that module's own query; null where it names none. */
export const agencyNameOf = (row: { divisionCode: Column; agencyId: Column }): SQL<string | null> =>
  sql`(select ${agencies.name} from ${agencies} where ${agencies.id} = ${row.agencyId} and ${agencies.divisionCode} = ${row.divisionCode})`

/** The groups (各乡镇) an agency is a configured member of. */
export async function listGroupsWith(tx: Tx, agencyId: string, divisionCode: string): Promise<string[]> {
  const groups = await tx
    .select({ id: agencies.id, memberIds: agencies.memberIds })
    .from(agencies)
    .where(and(eq(agencies.divisionCode, divisionCode), eq(agencies.kind, 'group')))
  return groups.filter(({ memberIds }) => memberIds.includes(agencyId)).map(({ id }) => id)
}
