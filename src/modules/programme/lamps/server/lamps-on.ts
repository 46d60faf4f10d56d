import { addDays } from '#kernel/day.ts'
import type { Tx } from '#platform/database/tx.ts'
import type { Lamp } from '../domain/lamp.ts'
import type { ProgrammeVerdict } from '../domain/verdict.ts'
import { judgeDay } from './judge-programme.ts'
import { findProgramme } from './programme-row.ts'
import { findKeptBefore, loadSnapshots } from './snapshots.ts'
import { standingVerdict } from './standing.ts'

/**
 * The colour of every task on a past day, as it was kept that day or on the kept day before; worked out anew only where
 * nothing was kept. Empty before the programme was issued.
 */
export async function loadLampsOn(tx: Tx, programmeId: string, day: string): Promise<Map<string, Lamp>> {
  const programme = await findProgramme(tx, programmeId)
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
export async function loadStanding(tx: Tx, programmeId: string, today: string): Promise<ProgrammeVerdict> {
  const programme = await findProgramme(tx, programmeId)
  return programme ? standingVerdict(tx, programme, today) : { day: today, tasks: [], overall: [] }
}
