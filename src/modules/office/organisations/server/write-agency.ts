import { and, eq } from 'drizzle-orm'
import { newId } from '#kernel/ids.ts'
import { dayOf } from '#kernel/moment.ts'
import { owned, sameRow } from '#platform/database/same-row.ts'
import type { Tx } from '#platform/database/tx.ts'
import { holdRegistry } from '#platform/registry/records.ts'
import { type Draft, writeRecords } from '#platform/registry/write-records.ts'
import { type Agency, nameOnly } from '../domain/agency.ts'
import { guessKind } from '../domain/agency-kind.ts'
import { withAlias } from '../domain/agency-rules.ts'
import { organisationErrors } from '../domain/errors.ts'
import { agencyKit } from './agency-kit.ts'
import { agencies, agencyColumns } from './tables.ts'

/** Who writes into the register, and when: each version says it. */
export interface Writer {
  tx: Tx
  now: Date
  by: string
  /** Where it stands: the plan, the sheet. */
  basis?: string
}

/** The registry is held: one change of it at a time. */
export async function writeAgencies({ now, ...writer }: Writer, divisionCode: string, drafts: readonly Draft[]) {
  await writeRecords(agencyKit, { ...writer, now, today: dayOf(now), divisionCode, around: {} }, drafts)
}

/** Checks an agency against its division's register and keeps it, new or changed. */
export async function storeAgency(writer: Writer, agency: Agency): Promise<Agency> {
  await holdRegistry(writer.tx, agencyKit, agency.divisionCode)
  const [stored] = await writer.tx
    .select({ version: agencies.version })
    .from(agencies)
    .where(sameRow(agencies, owned(agency.id, agency)))
  return writeAgency(writer, agency, stored?.version ?? 0)
}

async function writeAgency(writer: Writer, agency: Agency, version: number): Promise<Agency> {
  const { id, divisionCode, ...values } = agency
  await writeAgencies(writer, divisionCode, [{ id, version, values, endedOn: null }])
  return agency
}

/** The agency of this division, locked for a change. */
async function lockAgency(
  tx: Tx,
  agencyId: string,
  divisionCode: string,
): Promise<{ agency: Agency; version: number }> {
  await holdRegistry(tx, agencyKit, divisionCode)
  const mine = and(eq(agencies.id, agencyId), eq(agencies.divisionCode, divisionCode))
  const [row] = await tx
    .select({ ...agencyColumns, version: agencies.version })
    .from(agencies)
    .where(mine)
  if (!row) throw organisationErrors.agencyNotFound({})
  const { version, ...agency } = row
  return { agency, version }
}

/** Another name for an agency; a name it bears already changes nothing. */
export async function addAlias(
  writer: Writer,
  asked: { divisionCode: string; agencyId: string; alias: Agency['aliases'][number] },
): Promise<{ before: Agency; after: Agency }> {
  const { agency: before, version } = await lockAgency(writer.tx, asked.agencyId, asked.divisionCode)
  const after = withAlias(before, asked.alias)
  if (after !== before) await writeAgency(writer, after, version)
  return { before, after }
}

/** An agency known by its name alone; an agency of that name is returned as it is. */
export async function addAgency(
  writer: Writer,
  { divisionCode, name }: { divisionCode: string; name: string },
): Promise<Agency> {
  const same = and(eq(agencies.divisionCode, divisionCode), eq(agencies.name, name))
  const [known] = await writer.tx.select(agencyColumns).from(agencies).where(same)
  return known ?? storeAgency(writer, { ...nameOnly, id: newId(), divisionCode, name, kind: guessKind(name) })
}
