import type { Actor } from '#kernel/actor.ts'
import type { TargetView, TaskView } from '#modules/programme/programmes/contract.ts'
import {
  type CallAgency,
  callAgencies,
  getProgrammeRow,
  loadContents,
  loadTasks,
} from '#modules/programme/programmes/server/index.ts'
import type { Tx } from '#platform/database/tx.ts'
import { type Asking, type AskingFacts, planAsking, usualSource } from '../domain/asked-targets.ts'
import type { Cycle } from '../domain/cycle.ts'
import type { DutyFact } from '../domain/duties.ts'
import { reportingErrors } from '../domain/errors.ts'
import type { OutsideFact } from '../domain/outside-fact.ts'
import type { TargetSource } from '../domain/reporting.ts'
import { listOutside, listSources } from './list-sources.ts'
import { dutiesOf, type KnownReporting, loadReporting } from './load-reporting.ts'

/** What is asked of whom in a programme, loaded once for an operation. */
export interface OpenReporting {
  programmeId: string
  title: string
  reporting: KnownReporting
  /** The newest cycle that is open; null before the first one. */
  cycle: Cycle | null
  tasks: ReadonlyMap<string, TaskView>
  targets: ReadonlyMap<string, TargetView>
  duties: readonly DutyFact[]
  outside: readonly OutsideFact[]
  sourceOf: AskingFacts['sourceOf']
  nameOf: CallAgency
  /** How every target is asked in a cycle, where it is known which are reached. */
  askingWith: (cycle: Cycle, isReached: AskingFacts['isReached']) => ReadonlyMap<string, Asking>
}

interface Wanted {
  actor: Actor
  now: Date
  /** Only these tasks, and those one figure ties to them; the whole programme without. */
  taskIds?: readonly string[]
}

/** @throws when there is no such programme for this person */
export async function openReporting(
  tx: Tx,
  programmeId: string,
  { actor, now, taskIds }: Wanted,
): Promise<OpenReporting> {
  const programme = await getProgrammeRow(tx, programmeId, actor)
  const reporting = await loadReporting(tx, programme, now)
  if (!reporting) throw reportingErrors.notOpen({ cycle: '这个方案' })
  const { tasks, targets } = await (taskIds ? loadTasks(tx, programme, taskIds) : loadContents(tx, programme))
  const named = tasks.flatMap(({ leads, participants }) => [...leads, ...participants])
  const agencyIds = named.flatMap(({ agencyId }) => agencyId ?? [])
  const sourceOf = sourcesFrom(await listSources(tx, programme))
  return {
    programmeId,
    title: programme.title,
    reporting,
    cycle: reporting.cycles.at(-1) ?? null,
    tasks: new Map(tasks.map((task) => [task.id, task])),
    targets: new Map(targets.map((target) => [target.id, target])),
    duties: dutiesOf(tasks, reporting),
    outside: await listOutside(tx, programme, now),
    sourceOf,
    nameOf: await callAgencies(tx, programme, agencyIds),
    askingWith: (cycle, isReached) => planAsking(targets, { cycle, sourceOf, isReached }),
  }
}

function sourcesFrom(saved: readonly TargetSource[]): AskingFacts['sourceOf'] {
  const of = new Map(saved.map(({ targetId, source, from }) => [targetId, { source, from }]))
  return (target) => of.get(target.id) ?? usualSource(target)
}
