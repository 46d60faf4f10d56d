import { and, asc, inArray } from 'drizzle-orm'
import { ofRow } from '#platform/database/same-row.ts'
import type { Tx } from '#platform/database/tx.ts'
import type { NamedVerdict, ProgrammeVerdict, TargetVerdict } from '../domain/verdict.ts'
import type { Part } from './load-facts.ts'
import type { ProgrammeRow } from './programme-row.ts'
import { type standings, standingVerdicts } from './tables.ts'

export type Head = typeof standings.$inferSelect

/** The lamps that stand, all or those of some tasks. */
export async function readStanding(
  tx: Tx,
  programme: ProgrammeRow,
  day: string,
  taskIds?: readonly string[],
): Promise<ProgrammeVerdict> {
  const { verdict, subjectId, position } = standingVerdicts
  const some = taskIds && inArray(subjectId, [...taskIds])
  const rows = await tx
    .select({ verdict })
    .from(standingVerdicts)
    .where(and(ofRow(standingVerdicts.programmeId, programme), some))
    .orderBy(asc(position))
  const judged = rows.flatMap((row) => row.verdict ?? [])
  return { day, tasks: judged.filter(isOfTask), overall: judged.flatMap((one) => (isOfTask(one) ? [] : [one])) }
}

const isOfTask = (verdict: NamedVerdict | TargetVerdict): verdict is NamedVerdict => 'taskId' in verdict

/** All that has to be judged together with these subjects today; undefined where one of them does not stand. */
export async function findPart(
  tx: Tx,
  programme: ProgrammeRow,
  subjects: readonly string[],
): Promise<Part | undefined> {
  const { subjectId, clan, isTask: task, alsoSaidIn } = standingVerdicts
  const mine = ofRow(standingVerdicts.programmeId, programme)
  const named = tx.select({ subjectId, clan }).from(standingVerdicts)
  const known = await named.where(and(mine, inArray(subjectId, [...subjects])))
  if (known.length < subjects.length) return undefined
  const clans = [...new Set(known.map((one) => one.clan))]
  const rows = await tx
    .select({ subjectId, task, alsoSaidIn })
    .from(standingVerdicts)
    .where(and(mine, inArray(clan, clans)))
  const taskIds = rows.flatMap((row) => (row.task ? [row.subjectId] : []))
  return {
    taskIds,
    overall: rows.flatMap((row) => (row.task ? [] : [row.subjectId])),
    saidIn: [...new Set([...taskIds, ...rows.flatMap((row) => row.alsoSaidIn)])],
  }
}
