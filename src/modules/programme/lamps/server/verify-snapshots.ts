import { and, asc, desc, eq, gte, lte } from 'drizzle-orm'
import { dayOf } from '#kernel/moment.ts'
import { getProgrammeRow } from '#modules/programme/programmes/server/index.ts'
import { correctionInWords } from '#modules/programme/reports/contract.ts'
import { listCorrected } from '#modules/programme/reports/server/index.ts'
import type { Tx } from '#platform/database/tx.ts'
import { implement } from '#platform/operation/implement.ts'
import { lampContract, type SnapshotProof } from '../contract.ts'
import type { LampSnapshot } from '../domain/kept.ts'
import { basisOn } from './basis-on.ts'
import { judgeDay } from './judge-programme.ts'
import type { ProgrammeRow } from './programme-row.ts'
import { loadSnapshots, snapshotOf } from './snapshots.ts'
import { keptDays } from './tables.ts'

/** Days proved at once; each is worked out anew from the facts. */
const most = 31

export const verifySnapshots = implement(lampContract.verifySnapshots, async ({ input, tx, actor, now }) => {
  const programme = await getProgrammeRow(tx, input.programmeId, actor)
  const days = await listKeptDays(tx, programme, input)
  const differing: SnapshotProof['differing'] = []
  let tasks = 0
  for (const day of days) {
    const kept = await loadSnapshots(tx, programme, day)
    tasks += kept.size
    differing.push(...(await differingOn(tx, programme, { day, kept })))
  }
  return {
    programmeId: programme.id,
    days: days.length,
    tasks,
    from: days[0] ?? null,
    to: days.at(-1) ?? null,
    differing,
    corrected: await listTouched(tx, programme, days),
    checkedAt: now,
  }
})

/** Days whose lamps rested on a figure that was corrected later: kept as they were shown. */
async function listTouched(
  tx: Tx,
  programme: ProgrammeRow,
  days: readonly string[],
): Promise<SnapshotProof['corrected']> {
  return (await listCorrected(tx, programme)).flatMap((one) => {
    const until = dayOf(one.correctedAt)
    const touched = days.filter((day) => day >= one.statedOn && day < until)
    const [from, to] = [touched[0], touched.at(-1)]
    return from && to ? [{ from, to, days: touched.length, taskId: one.taskId, text: correctionInWords(one) }] : []
  })
}

/** The newest kept days of a stretch, oldest first. */
async function listKeptDays(
  tx: Tx,
  { divisionCode, id }: ProgrammeRow,
  { from, to }: { from?: string | undefined; to?: string | undefined },
): Promise<string[]> {
  const within = and(
    eq(keptDays.divisionCode, divisionCode),
    eq(keptDays.programmeId, id),
    from === undefined ? undefined : gte(keptDays.day, from),
    to === undefined ? undefined : lte(keptDays.day, to),
  )
  const along = from === undefined ? desc : asc
  const rows = await tx
    .select({ day: keptDays.day })
    .from(keptDays)
    .where(within)
    .orderBy(along(keptDays.day))
    .limit(most)
  return rows.map(({ day }) => day).sort()
}

async function differingOn(
  tx: Tx,
  programme: ProgrammeRow,
  { day, kept }: { day: string; kept: ReadonlyMap<string, LampSnapshot> },
): Promise<SnapshotProof['differing']> {
  const { tasks } = await judgeDay(tx, programme, day)
  const again = new Map(tasks.map((verdict) => [verdict.taskId, snapshotOf(programme, day, verdict)]))
  const titles = new Map((await basisOn(tx, programme, day)).tasks.map(({ id, title }) => [id, title]))
  const ids = new Set([...kept.keys(), ...again.keys()])
  return [...ids].flatMap((taskId) => {
    const [then, now] = [kept.get(taskId), again.get(taskId)]
    if (then && now && isSame(then, now)) return []
    return [{ day, taskId, title: titles.get(taskId) ?? '', kept: then?.summary ?? null, again: now?.summary ?? null }]
  })
}

const isSame = (a: LampSnapshot, b: LampSnapshot): boolean =>
  a.summary === b.summary && a.sinceOn === b.sinceOn && a.digest === b.digest && a.freshness === b.freshness
