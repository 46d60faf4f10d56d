import { dayOf } from '#kernel/moment.ts'
import { findProgrammeRow } from '#modules/programme/programmes/server/index.ts'
import { type Owned } from '#platform/database/same-row.ts'
import type { Tx } from '#platform/database/tx.ts'
import type { ProgrammeFacts } from '../domain/facts.ts'
import { judgeFacts } from '../domain/judge-programme.ts'
import type { ProgrammeVerdict, TaskVerdict } from '../domain/verdict.ts'
import { loadFacts, type Part } from './load-facts.ts'
import type { ProgrammeRow } from './programme-row.ts'
import { sinceBefore } from './snapshots.ts'

/** All lamps of a programme at the end of a day, worked out anew from what was known then. */
export async function judgeDay(tx: Tx, programme: ProgrammeRow, day: string): Promise<ProgrammeVerdict> {
  if (day < dayOf(programme.createdAt)) return { day, tasks: [], overall: [] }
  const { facts } = await loadFacts(tx, programme, day)
  return judgeKnown(tx, programme, { facts, day })
}

/** The same from facts at hand, all of a programme's or those of a part of it. */
export async function judgeKnown(
  tx: Tx,
  programme: ProgrammeRow,
  { facts, day, part }: { facts: ProgrammeFacts; day: string; part?: Part | undefined },
): Promise<ProgrammeVerdict> {
  const { tasks, overall } = judgeFacts(facts, day)
  const since = await sinceBefore(tx, programme, day, part?.taskIds)
  const known = new Map(facts.basis.tasks.map((task) => [task.id, task]))
  const named = tasks.map((verdict) => {
    const { number = '', title = '', agencies = [] } = known.get(verdict.taskId) ?? {}
    const leads = agencies.filter(({ isLead }) => isLead).map(({ name }) => name)
    return { ...verdict, sinceOn: since(verdict), number, title, leads }
  })
  return { day, overall, tasks: named }
}

/**
 * The lamps of every task of a programme at the end of a day, any past one too; nothing that became known later has a say.
 * Empty before the programme was issued.
 */
export async function judgeProgramme(tx: Tx, of: Owned, day: string): Promise<TaskVerdict[]> {
  const programme = await findProgrammeRow(tx, of)
  return programme ? [...(await judgeDay(tx, programme, day)).tasks] : []
}
