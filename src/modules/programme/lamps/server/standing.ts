import { and, eq } from 'drizzle-orm'
import { endOfTrail, isWrittenSince } from '#platform/audit/written-since.ts'
import type { Tx } from '#platform/database/tx.ts'
import { engine } from '../domain/rules/editions.ts'
import type { ProgrammeVerdict, TaskVerdict } from '../domain/verdict.ts'
import { judgeDay } from './judge-programme.ts'
import { findProgramme, type ProgrammeRow } from './programme-row.ts'
import { standings } from './tables.ts'

/** Operations whose writings no lamp rests on. */
const apart = [
  'accounts.', 'auditing.', 'notices.', 'maintenance.', 'files.', 'supervision.', 'ledgers.', 'wallcharts.', 'home.', 'notes.', 'oversight.',
  'reports.saveDraft', 'plans.handIn', 'plans.correct', 'programmes.export', 'lamps.export',
] // biome-ignore format: one list

/**
 * Today's lamps, worked out anew only when something was written since they were last. Read committed: the end of the
 * trail is read before the facts, so what is written in between is taken for unseen and worked out once more.
 */
export async function standingVerdict(tx: Tx, programme: ProgrammeRow, today: string): Promise<ProgrammeVerdict> {
  const { divisionCode, id: programmeId } = programme
  const mine = and(eq(standings.divisionCode, divisionCode), eq(standings.programmeId, programmeId))
  const [known] = await tx.select({ day: standings.day, sequence: standings.sequence }).from(standings).where(mine)
  if (known?.day === today && !(await isWrittenSince(tx, { divisionCode, sequence: known.sequence }, apart))) {
    const [row] = await tx.select({ verdict: standings.verdict }).from(standings).where(mine)
    if (row?.verdict.day === today && row.verdict.engine === engine) return row.verdict
  }
  const sequence = await endOfTrail(tx, divisionCode)
  const verdict = await judgeDay(tx, programme, today)
  const row = { divisionCode, programmeId, day: today, sequence, verdict: { ...verdict, engine } }
  await tx
    .insert(standings)
    .values(row)
    .onConflictDoUpdate({ target: [standings.divisionCode, standings.programmeId], set: row })
  return verdict
}

/** The lamps of a day: today's as they stand, a past day's worked out anew. */
export const verdictOn = (
  tx: Tx,
  programme: ProgrammeRow,
  { day, today }: { day: string; today: string },
): Promise<ProgrammeVerdict> => (day === today ? standingVerdict(tx, programme, today) : judgeDay(tx, programme, day))

/** The lamps of every task today, as they stand; for those who ask often. Empty when there is no such programme. */
export async function judgeToday(tx: Tx, programmeId: string, today: string): Promise<TaskVerdict[]> {
  const programme = await findProgramme(tx, programmeId)
  return programme ? [...(await standingVerdict(tx, programme, today)).tasks] : []
}
