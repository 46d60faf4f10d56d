import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Actor } from '#kernel/actor.ts'
import { groupBy } from '#kernel/group-by.ts'
import type { TargetView, TaskView } from '#modules/programme/programmes/contract.ts'
import { getProgrammeRow, loadContents, loadTasks } from '#modules/programme/programmes/server/index.ts'
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
  /** Every attempt, oldest first; of the wanted agencies and tasks only. */
  rows: readonly Statement[]
  rowsOf: (said: Saying) => readonly Statement[]
  valid: readonly StatementFact[]
  validOf: (said: Saying) => readonly StatementFact[]
  /** The newest figure known of a target, said by an agency or taken over from outside. */
  knownOf: (targetId: string) => { value: number; on: string } | undefined
  outside: readonly OutsideFact[]
  sourceOf: AskingFacts['sourceOf']
  /** What is asked of every target in a cycle. */
  askingIn: (cycle: Cycle) => ReadonlyMap<string, Asking>
}

type Saying = Pick<Statement, 'taskId' | 'agencyId'>

interface Wanted {
  actor: Actor
  now: Date
  /** Only these tasks, and those one figure ties to them; the whole programme without. */
  taskIds?: readonly string[]
  /** Only what these agencies said; everything without. */
  agencyIds?: readonly string[]
}

/** @throws when there is no such programme for this person */
export async function openRoom(tx: Tx, programmeId: string, wanted: Wanted): Promise<Room> {
  const { actor, now } = wanted
  const programme = await getProgrammeRow(tx, programmeId, actor)
  const reporting = await loadReporting(tx, programmeId, now)
  if (!reporting) throw statementErrors.notOpen({ cycle: '这个方案' })
  const { taskIds } = wanted
  const { tasks, targets } = taskIds ? await loadTasks(tx, programmeId, taskIds) : await loadContents(tx, programmeId)
  const said = taskIds && [...new Set([...taskIds, ...targets.flatMap(({ taskId }) => taskId ?? [])])]
  const rows = await listRows(tx, programme, { agencyIds: wanted.agencyIds, taskIds: said })
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
    rowsOf: bySaying(rows),
    valid,
    validOf: bySaying(valid),
    knownOf: newestOf(valid, outside),
    outside,
    sourceOf,
    askingIn: remember((cycle) => planAsking(targets, { cycle, sourceOf, isReached: reachedIn(byId, valid) })),
  }
}

function listRows(
  tx: Tx,
  { id, divisionCode }: { id: string; divisionCode: string },
  { agencyIds, taskIds }: { agencyIds: readonly string[] | undefined; taskIds: readonly string[] | undefined },
): Promise<Statement[]> {
  const mine = and(
    eq(statements.divisionCode, divisionCode),
    eq(statements.programmeId, id),
    agencyIds && inArray(statements.agencyId, [...agencyIds]),
    taskIds && inArray(statements.taskId, [...taskIds]),
  )
  return tx
    .select()
    .from(statements)
    .where(mine)
    .orderBy(asc(statements.endOn), asc(statements.attempt), asc(statements.id))
}

const sayingOf = ({ taskId, agencyId }: Saying): string => `${taskId} ${agencyId}`

/** What an agency said of a task, out of all that was said. */
function bySaying<S extends Saying>(all: readonly S[]): (said: Saying) => readonly S[] {
  const said = groupBy(all, sayingOf)
  return (one) => said.get(sayingOf(one)) ?? []
}

/** The figure of the latest day; of one day the one that came last, those from outside after what was said. */
function newestOf(valid: readonly StatementFact[], outside: readonly OutsideFact[]): Room['knownOf'] {
  const newest = new Map<string, { value: number; on: string }>()
  for (const { targetId, value, on } of [...valid.flatMap(({ values }) => values), ...outside])
    if (on >= (newest.get(targetId)?.on ?? '')) newest.set(targetId, { value, on })
  return (targetId) => newest.get(targetId)
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
