import { and, asc, desc, lte } from 'drizzle-orm'
import { endOfDay } from '#kernel/day.ts'
import { loadContents, loadPart } from '#modules/programme/programmes/server/index.ts'
import { ofRow } from '#platform/database/same-row.ts'
import type { Tx } from '#platform/database/tx.ts'
import type { Basis } from '../domain/facts.ts'
import type { ProgrammeRow } from './programme-row.ts'
import { readBasis } from './read-basis.ts'
import { bases, keptDays } from './tables.ts'

/** The last day of a programme that was kept. */
export async function findLastKept(tx: Tx, programme: ProgrammeRow): Promise<string | undefined> {
  const rows = tx.select({ day: keptDays.day }).from(keptDays).where(ofRow(keptDays.programmeId, programme))
  const [row] = await rows.orderBy(desc(keptDays.day)).limit(1)
  return row?.day
}

/** Tasks and targets in force now, all or a part of them, without tasks that a meeting added after the day. */
export async function currentBasis(
  tx: Tx,
  programme: ProgrammeRow,
  day: string,
  part?: { taskIds: readonly string[]; overall: readonly string[] },
): Promise<Basis> {
  const { tasks, targets } = await (part ? loadPart(tx, programme, part) : loadContents(tx, programme))
  const known = tasks.filter((task) => !isAddedAfter(task, day))
  return readBasis(programme, { tasks: known, targets })
}

/** A task outside the plan is no older than its id, which carries the moment it was made (RFC 9562 5.7). */
const isAddedAfter = ({ id, planTaskId }: { id: string; planTaskId: string }, day: string): boolean =>
  planTaskId.startsWith('added-') && Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16) > endOfDay(day).getTime()

/** Tasks and targets as they were on a day: those kept then, or, after the last kept day, those in force now. */
export async function basisOn(tx: Tx, programme: ProgrammeRow, day: string): Promise<Basis> {
  const lastKept = await findLastKept(tx, programme)
  if (lastKept === undefined || day > lastKept) return currentBasis(tx, programme, day)
  const known = tx.select({ basis: bases.basis }).from(bases)
  const mine = ofRow(bases.programmeId, programme)
  const [then] = await known
    .where(and(mine, lte(bases.day, day)))
    .orderBy(desc(bases.day))
    .limit(1)
  if (then) return then.basis
  const [first] = await tx.select({ basis: bases.basis }).from(bases).where(mine).orderBy(asc(bases.day)).limit(1)
  return first?.basis ?? currentBasis(tx, programme, day)
}
