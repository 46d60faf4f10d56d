import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Actor } from '#kernel/actor.ts'
import type { TargetView, TaskView } from '#modules/programme/programmes/contract.ts'
import { getProgrammeRow, loadContents } from '#modules/programme/programmes/server/index.ts'
import type { Tx } from '#platform/database/tx.ts'
import { type Asking, type AskingFacts, planAsking, usualSource } from '../domain/asked-targets.ts'
import type { Cycle } from '../domain/cycle.ts'
import { type DutyFact, listDuties } from '../domain/duties.ts'
import { statementErrors } from '../domain/errors.ts'
import { reaches } from '../domain/reached.ts'
import type { TargetSource } from '../domain/reporting.ts'
import type { Statement } from '../domain/statement.ts'
import { listValid, type StatementFact } from '../domain/statement-fact.ts'
import { type KnownReporting, loadReporting, reportedTasks } from './load-reporting.ts'
import { listOutside, type OutsideFact } from './load-statement-facts.ts'
import { statements, targetSources } from './tables.ts'

/** All that is needed to report or review a programme's tasks, loaded once for an operation. */
export interface Room {
  programmeId: string
  title: string
  reporting: KnownReporting
  /** The newest cycle that is open; null before the first one. */
  cycle: Cycle | null
  tasks: ReadonlyMap<string, TaskView>
  targets: ReadonlyMap<string, TargetView>
  duties: readonly DutyFact[]
  /** Every attempt, oldest first; of the wanted agencies only. */
  rows: readonly Statement[]
  valid: readonly StatementFact[]
  outside: readonly OutsideFact[]
  sourceOf: AskingFacts['sourceOf']
  /** What is asked of every target in a cycle. */
  askingIn: (cycle: Cycle) => ReadonlyMap<string, Asking>
}

interface Wanted {
  actor: Actor
  now: Date
  /** Only what these agencies said; everything without. */
  agencyIds?: readonly string[]
}

/** @throws when there is no such programme for this person */
export async function openRoom(tx: Tx, programmeId: string, wanted: Wanted): Promise<Room> {
  const { actor, now } = wanted
  const programme = await getProgrammeRow(tx, programmeId, actor)
  const reporting = await loadReporting(tx, programmeId, now)
  if (!reporting) throw statementErrors.notOpen({ cycle: '这个方案' })
  const { tasks, targets } = await loadContents(tx, programmeId)
  const rows = await listRows(tx, programme, wanted.agencyIds)
  const valid = listValid(rows, now)
  const outside = await listOutside(tx, programmeId, now)
  const sourceOf = sourcesFrom(await listSources(tx, programmeId))
  const byId = new Map(targets.map((target) => [target.id, target]))
  return {
    programmeId,
    title: programme.title,
    reporting,
    cycle: reporting.cycles.at(-1) ?? null,
    tasks: new Map(tasks.map((task) => [task.id, task])),
    targets: byId,
    duties: listDuties(reportedTasks(tasks, reporting), reporting),
    rows,
    valid,
    outside,
    sourceOf,
    askingIn: remember((cycle) => planAsking(targets, { cycle, sourceOf, isReached: reachedIn(byId, valid) })),
  }
}

function listRows(
  tx: Tx,
  { id, divisionCode }: { id: string; divisionCode: string },
  agencyIds: readonly string[] | undefined,
): Promise<Statement[]> {
  const mine = and(
    eq(statements.divisionCode, divisionCode),
    eq(statements.programmeId, id),
    agencyIds && inArray(statements.agencyId, [...agencyIds]),
  )
  return tx
    .select()
    .from(statements)
    .where(mine)
    .orderBy(asc(statements.endOn), asc(statements.attempt), asc(statements.id))
}

/** The newest line of each target. */
export const listSources = (tx: Tx, programmeId: string): Promise<TargetSource[]> =>
  tx
    .select()
    .from(targetSources)
    .where(eq(targetSources.programmeId, programmeId))
    .orderBy(asc(targetSources.savedAt), asc(targetSources.id))

function sourcesFrom(saved: readonly TargetSource[]): AskingFacts['sourceOf'] {
  const of = new Map(saved.map(({ targetId, source, from }) => [targetId, { source, from }]))
  return (target) => of.get(target.id) ?? usualSource(target)
}

function reachedIn(targets: ReadonlyMap<string, TargetView>, valid: readonly StatementFact[]) {
  const stated = valid.flatMap(({ values }) => values).sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
  const newest = new Map(stated.map(({ targetId, value }) => [targetId, value]))
  return (targetId: string): boolean => {
    const [target, value] = [targets.get(targetId), newest.get(targetId)]
    return target !== undefined && value !== undefined && reaches(target, value)
  }
}

function remember<V>(find: (cycle: Cycle) => V): (cycle: Cycle) => V {
  const known = new Map<string, V>()
  return (cycle) => {
    const value = known.get(cycle.key) ?? find(cycle)
    known.set(cycle.key, value)
    return value
  }
}
