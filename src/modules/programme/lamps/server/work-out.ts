import { and, eq } from 'drizzle-orm'
import { newId } from '#kernel/ids.ts'
import { dayOf } from '#kernel/moment.ts'
import { listInForce } from '#modules/programme/programmes/server/index.ts'
import { endOfTrail } from '#platform/audit/written-since.ts'
import { ofRow } from '#platform/database/same-row.ts'
import type { Tx } from '#platform/database/tx.ts'
import { findClans } from '../domain/clans.ts'
import type { ProgrammeFacts } from '../domain/facts.ts'
import { engine } from '../domain/rules/editions.ts'
import type { NamedVerdict, TargetVerdict } from '../domain/verdict.ts'
import { findLastKept } from './basis-on.ts'
import { judgeKnown } from './judge-programme.ts'
import { loadFacts, type Part } from './load-facts.ts'
import type { ProgrammeRow } from './programme-row.ts'
import { findPart, type Head } from './standing-rows.ts'
import { standings, standingVerdicts, touched } from './tables.ts'

/** What hangs together as widely as this is worked out with all the rest. */
const widestPart = 100
/** PostgreSQL takes 65,535 values a statement. */
const rowsAtOnce = 5000

/**
 * Works today's lamps out anew: what hangs together with what was touched, or all of them. Only whoever holds the
 * programme's lamps may: no facts read before that are used (decision 0034).
 * @param head how they stand, where they are of today and nothing was written that touches all
 */
export async function workOut(
  tx: Tx,
  programme: ProgrammeRow,
  { today, head }: { today: string; head: Head | undefined },
): Promise<Head> {
  // Read committed: whoever is not yet seen here leaves a line behind that the next reader finds.
  const gone = await tx
    .delete(touched)
    .where(ofRow(touched.programmeId, programme))
    .returning({ subjectId: touched.subjectId })
  const part = head && (await findPart(tx, programme, [...new Set(gone.map(({ subjectId }) => subjectId))]))
  if (head && part && (await refresh(tx, programme, { today, part }))) {
    const stamp = newId()
    await tx.update(standings).set({ stamp }).where(ofRow(standings.programmeId, programme))
    return { ...head, stamp }
  }
  return workOutAll(tx, programme, today)
}

/** @returns whether the part could be judged by itself */
async function refresh(
  tx: Tx,
  programme: ProgrammeRow,
  { today, part }: { today: string; part: Part },
): Promise<boolean> {
  if (part.taskIds.length + part.overall.length > widestPart) return false
  if (today <= ((await findLastKept(tx, programme)) ?? '')) return false
  const { facts } = await loadFacts(tx, programme, today, part)
  if (!(await isWhole(tx, programme, { facts, part }))) return false
  const { tasks, overall } = await judgeKnown(tx, programme, { facts, day: today, part })
  const judged: [string, NamedVerdict | TargetVerdict][] = [
    ...tasks.map((one) => [one.taskId, one] as [string, NamedVerdict]),
    ...overall.map((one) => [one.targetId, one] as [string, TargetVerdict]),
  ]
  for (const [subjectId, verdict] of judged)
    await tx
      .update(standingVerdicts)
      .set({ verdict })
      .where(and(ofRow(standingVerdicts.programmeId, programme), eq(standingVerdicts.subjectId, subjectId)))
  return true
}

/** Whether all of the part is still in force, and nothing said in it speaks of a target that is, elsewhere. */
async function isWhole(
  tx: Tx,
  programme: ProgrammeRow,
  { facts: { basis, reports }, part }: { facts: ProgrammeFacts; part: Part },
): Promise<boolean> {
  if (basis.tasks.length !== part.taskIds.length) return false
  const own = new Set(basis.targets.map((target) => target.id))
  const spokenOf = new Set(reports.flatMap(({ values }) => values.map(({ targetId }) => targetId)))
  const others = [...spokenOf].filter((targetId) => !own.has(targetId))
  return others.length === 0 || (await listInForce(tx, programme, others)).length === 0
}

async function workOutAll(tx: Tx, programme: ProgrammeRow, today: string): Promise<Head> {
  const { divisionCode, id: programmeId } = programme
  // The end of the trail before the facts: what is written in between is taken for unseen and worked out once more.
  const sequence = await endOfTrail(tx, divisionCode)
  const rows = today < dayOf(programme.createdAt) ? [] : await judgeAll(tx, programme, today)
  await tx.delete(standingVerdicts).where(ofRow(standingVerdicts.programmeId, programme))
  for (let from = 0; from < rows.length; from += rowsAtOnce)
    await tx.insert(standingVerdicts).values(rows.slice(from, from + rowsAtOnce))
  const head: Head = { divisionCode, programmeId, day: today, sequence, engine, stamp: newId() }
  await tx
    .insert(standings)
    .values(head)
    .onConflictDoUpdate({ target: [standings.divisionCode, standings.programmeId], set: head })
  return head
}

async function judgeAll(
  tx: Tx,
  programme: ProgrammeRow,
  today: string,
): Promise<(typeof standingVerdicts.$inferInsert)[]> {
  const { divisionCode, id: programmeId } = programme
  const { facts } = await loadFacts(tx, programme, today)
  const { tasks, overall } = await judgeKnown(tx, programme, { facts, day: today })
  const clans = findClans(facts)
  const judged = new Map(overall.map((one) => [one.targetId, one]))
  const subjects = [
    ...tasks.map((verdict) => ({ subjectId: verdict.taskId, isTask: true, verdict })),
    ...facts.basis.targets
      .filter(({ taskId }) => taskId === null)
      .map(({ id }) => ({ subjectId: id, isTask: false, verdict: judged.get(id) ?? null })),
  ]
  return subjects.map((one, position) => {
    const { name: clan = one.subjectId, alsoSaidIn = [] } = clans.get(one.subjectId) ?? {}
    return { ...one, divisionCode, programmeId, position, clan, alsoSaidIn }
  })
}
