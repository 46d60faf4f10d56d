import { createHash } from 'node:crypto'
import { desc } from 'drizzle-orm'
import { z } from 'zod'
import { addDays } from '#kernel/day.ts'
import { dayOf } from '#kernel/moment.ts'
import { listCounties, listProgrammeRows } from '#modules/programme/programmes/server/index.ts'
import { ofRow } from '#platform/database/same-row.ts'
import type { Tx } from '#platform/database/tx.ts'
import { defineJob } from '#platform/jobs/define-job.ts'
import type { Call, JobCall } from '#platform/operation/implement.ts'
import { editionOn } from '../domain/rules/editions.ts'
import { currentBasis, findLastKept } from './basis-on.ts'
import { judgeDay } from './judge-programme.ts'
import type { ProgrammeRow } from './programme-row.ts'
import { snapshotOf } from './snapshots.ts'
import { bases, keptDays, snapshots, standings } from './tables.ts'
import { tellTurnedRed } from './tell-turned-red.ts'

/** Days made up for at most when nothing ran: a long weekend. Any other day can be judged again when somebody asks for it. */
const most = 3

/** Keeps what every task showed at the end of each of the last days that are over and were not kept yet. */
export const keepDays = defineJob(
  { name: 'lamps.keepDays', title: '留存每日亮灯', counties: listCounties },
  z.object({}),
  async ({ transaction, actor, today }) => {
    const programmes = await transaction(({ tx }) => listProgrammeRows(tx, actor.divisionCode))
    for (const programme of programmes) await keepProgramme(transaction, programme, addDays(today, -1))
  },
)

async function keepProgramme(
  transaction: JobCall<unknown>['transaction'],
  programme: ProgrammeRow,
  yesterday: string,
): Promise<void> {
  const last = await transaction(({ tx }) => findLastKept(tx, programme))
  const first = last === undefined ? dayOf(programme.createdAt) : addDays(last, 1)
  let day = first < addDays(yesterday, 1 - most) ? addDays(yesterday, 1 - most) : first
  for (; day <= yesterday; day = addDays(day, 1)) {
    const on = day
    await transaction((call) => keepDay(call, programme, { day: on, isLast: on === yesterday }))
  }
}

async function keepDay(
  call: Call<unknown>,
  programme: ProgrammeRow,
  { day, isLast }: { day: string; isLast: boolean },
): Promise<void> {
  const { tx, now } = call
  const { divisionCode, id: programmeId } = programme
  const verdict = await judgeDay(tx, programme, day)
  const row = { divisionCode, programmeId, day, edition: editionOn(day).name, keptAt: now }
  // Another program may keep the same day at this moment; the one that comes second keeps nothing.
  const { rowCount } = await tx.insert(keptDays).values(row).onConflictDoNothing()
  if (rowCount !== 1) return
  await keepBasis(tx, programme, day)
  const kept = verdict.tasks.map((task) => snapshotOf(programme, day, task))
  if (kept.length > 0) await tx.insert(snapshots).values(kept)
  // Since when a lamp shows its colour is told from the days kept.
  await tx.delete(standings).where(ofRow(standings.programmeId, programme))
  if (isLast) await tellTurnedRed(call, programme, verdict)
}

/** Tasks and targets of a day, when they are other than those kept last. */
async function keepBasis(tx: Tx, programme: ProgrammeRow, day: string): Promise<void> {
  const { divisionCode, id: programmeId } = programme
  const basis = await currentBasis(tx, programme, day)
  const digest = createHash('sha256').update(JSON.stringify(basis)).digest('base64url')
  const mine = ofRow(bases.programmeId, programme)
  const [last] = await tx.select({ digest: bases.digest }).from(bases).where(mine).orderBy(desc(bases.day)).limit(1)
  if (last?.digest !== digest) await tx.insert(bases).values({ divisionCode, programmeId, day, digest, basis })
}
