import { addDays } from '#kernel/day.ts'
import { findProgrammeRow } from '#modules/programme/programmes/server/index.ts'
import { type Owned } from '#platform/database/same-row.ts'
import type { Tx } from '#platform/database/tx.ts'
import type { Lamp } from '../domain/lamp.ts'
import type { ProgrammeVerdict } from '../domain/verdict.ts'
import { judgeDay } from './judge-programme.ts'
import { findKeptBefore, loadSnapshots } from './snapshots.ts'
import { standingVerdict } from './standing.ts'

/**
 * The colour of every task on a past day, as it was kept that day or on the kept day before; worked out anew only where
 * nothing was kept. Empty before the programme was issued.
 */
export async function loadLampsOn(tx: Tx, of: Owned, day: string): Promise<Map<string, Lamp>> {
  const programme = await findProgrammeRow(tx, of)
  if (!programme) return new Map()
  const kept = await findKeptBefore(tx, programme, addDays(day, 1))
  if (kept === undefined) {
    const { tasks } = await judgeDay(tx, programme, day)
    return new Map(tasks.map(({ taskId, summary }) => [taskId, summary]))
  }
  const rows = await loadSnapshots(tx, programme, kept)
  return new Map([...rows.values()].map(({ taskId, summary }) => [taskId, summary]))
}

/** Today's lamps as they stand, targets of no task among them. */
export async function loadStanding(tx: Tx, of: Owned, today: string): Promise<ProgrammeVerdict> {
  const programme = await findProgrammeRow(tx, of)
  return programme ? standingVerdict(tx, programme, today) : { day: today, tasks: [], overall: [] }
}
