import { createHash } from 'node:crypto'
import { and, desc, eq, inArray, lt } from 'drizzle-orm'
import { ofRow } from '#platform/database/same-row.ts'
import type { Tx } from '#platform/database/tx.ts'
import type { LampSnapshot } from '../domain/kept.ts'
import type { Lamp } from '../domain/lamp.ts'
import type { TaskVerdict, Verdict } from '../domain/verdict.ts'
import type { ProgrammeRow } from './programme-row.ts'
import { keptDays, snapshots } from './tables.ts'

/** What was kept of a day, by task, of all or of some; empty when the day was not kept. */
export async function loadSnapshots(
  tx: Tx,
  programme: ProgrammeRow,
  day: string,
  taskIds?: readonly string[],
): Promise<Map<string, LampSnapshot>> {
  const mine = and(
    ofRow(snapshots.programmeId, programme),
    eq(snapshots.day, day),
    taskIds && inArray(snapshots.taskId, [...taskIds]),
  )
  const rows = await tx.select().from(snapshots).where(mine)
  return new Map(rows.map((row) => [row.taskId, row]))
}

/** The kept day right before another one. */
export async function findKeptBefore(tx: Tx, programme: ProgrammeRow, day: string): Promise<string | undefined> {
  const mine = and(ofRow(keptDays.programmeId, programme), lt(keptDays.day, day))
  const [row] = await tx.select({ day: keptDays.day }).from(keptDays).where(mine).orderBy(desc(keptDays.day)).limit(1)
  return row?.day
}

/** Since when a task shows its colour, from the day kept before: the same colour goes on, another one began that day. */
export async function sinceBefore(
  tx: Tx,
  programme: ProgrammeRow,
  day: string,
  taskIds?: readonly string[],
): Promise<(now: { taskId: string; summary: Lamp }) => string | null> {
  const kept = await findKeptBefore(tx, programme, day)
  if (kept === undefined) return () => null
  const before = await loadSnapshots(tx, programme, kept, taskIds)
  return ({ taskId, summary }) => {
    const then = before.get(taskId)
    return then?.summary === summary ? then.sinceOn : day
  }
}

const gist = ({ lamp, reasons }: Verdict) => [
  lamp,
  reasons.map(({ code, refs }) => [code, ...refs.map(({ id }) => id)]),
]

/** What a verdict says without its words; two verdicts that say the same have the same digest. */
function digestOf({ schedule, value, freshness, doubts, targets }: TaskVerdict): string {
  const said = [
    gist(schedule),
    value && gist(value),
    [freshness.state, freshness.reasons.map(({ code }) => code)],
    doubts.map(({ code }) => code),
    targets.map((target) => [target.targetId, ...gist(target), target.reached, target.asOfOn, target.expectedNow]),
  ]
  return createHash('sha256').update(JSON.stringify(said)).digest('base64url').slice(0, 22)
}

/** A verdict as it is kept. */
export const snapshotOf = (
  { divisionCode, id }: Pick<ProgrammeRow, 'divisionCode' | 'id'>,
  day: string,
  verdict: TaskVerdict,
): LampSnapshot => ({
  divisionCode,
  programmeId: id,
  day,
  taskId: verdict.taskId,
  summary: verdict.summary,
  schedule: verdict.schedule.lamp,
  value: verdict.value?.lamp ?? null,
  freshness: verdict.freshness.state,
  sinceOn: verdict.sinceOn ?? day,
  digest: digestOf(verdict),
})
