import { and, asc, inArray } from 'drizzle-orm'
import type { Actor } from '#kernel/actor.ts'
import { groupBy } from '#kernel/group-by.ts'
import { isMet } from '#modules/programme/plans/contract.ts'
import type { TargetView } from '#modules/programme/programmes/contract.ts'
import type { Asking, Cycle } from '#modules/programme/reporting/contract.ts'
import { type OpenReporting, openReporting } from '#modules/programme/reporting/server/index.ts'
import { type Owned, ofRow } from '#platform/database/same-row.ts'
import type { Tx } from '#platform/database/tx.ts'
import type { Correction } from '../domain/correction.ts'
import { type OpeningFact, openingFigures } from '../domain/opening.ts'
import type { Report } from '../domain/report.ts'
import { listValid, type ReportFact } from '../domain/report-fact.ts'
import { listCorrections } from './list-corrections.ts'
import { listOpeningFacts } from './list-openings.ts'
import { reports } from './tables.ts'

/** All that is needed to report or review a programme's tasks, loaded once for an operation. */
export interface ProgrammeReports extends OpenReporting {
  /** Every attempt, oldest first; of the wanted agencies and tasks only. */
  rows: readonly Report[]
  corrections: readonly Correction[]
  /** What the office said of how things stood when the programme began here. */
  openings: readonly OpeningFact[]
  rowsOf: (said: Saying) => readonly Report[]
  valid: readonly ReportFact[]
  validOf: (said: Saying) => readonly ReportFact[]
  /** The newest figure known of a target, said by an agency or taken over from outside. */
  knownOf: (targetId: string) => { value: number; on: string } | undefined
  /** What is asked of every target in a cycle. */
  askingIn: (cycle: Cycle) => ReadonlyMap<string, Asking>
}

type Saying = Pick<Report, 'taskId' | 'agencyId'>

interface Wanted {
  actor: Actor
  now: Date
  /** Only these tasks, and those one figure ties to them; the whole programme without. */
  taskIds?: readonly string[]
  /** Only what these agencies said; everything without. */
  agencyIds?: readonly string[]
}

/** @throws when there is no such programme for this person */
export async function openReports(tx: Tx, programmeId: string, wanted: Wanted): Promise<ProgrammeReports> {
  const opened = await openReporting(tx, programmeId, wanted)
  const { divisionCode } = opened.reporting
  const { agencyIds, taskIds } = wanted
  const near = [...opened.targets.values()].flatMap(({ taskId }) => taskId ?? [])
  const saidIn = taskIds && [...new Set([...taskIds, ...near])]
  const rows = await listRows(tx, { id: programmeId, divisionCode }, { agencyIds, taskIds: saidIn })
  const corrections = await listCorrections(tx, { id: programmeId, divisionCode })
  const valid = listValid(rows, wanted.now, corrections)
  const openings = await listOpeningFacts(tx, { id: programmeId, divisionCode }, wanted.now)
  const isReached = reachedIn(opened.targets, valid)
  return {
    ...opened,
    rows,
    corrections,
    openings,
    rowsOf: bySaying(rows),
    valid,
    validOf: bySaying(valid),
    knownOf: newestOf(valid, [...openingFigures(openings), ...opened.outside]),
    askingIn: remember((cycle) => opened.askingWith(cycle, isReached)),
  }
}

function listRows(
  tx: Tx,
  programme: Owned,
  { agencyIds, taskIds }: Pick<Wanted, 'agencyIds' | 'taskIds'>,
): Promise<Report[]> {
  const mine = and(
    ofRow(reports.programmeId, programme),
    agencyIds && inArray(reports.agencyId, [...agencyIds]),
    taskIds && inArray(reports.taskId, [...taskIds]),
  )
  return tx.select().from(reports).where(mine).orderBy(asc(reports.endOn), asc(reports.attempt), asc(reports.id))
}

const sayingOf = ({ taskId, agencyId }: Saying): string => `${taskId} ${agencyId}`

/** What an agency said of a task, out of all that was said. */
function bySaying<S extends Saying>(all: readonly S[]): (said: Saying) => readonly S[] {
  const said = groupBy(all, sayingOf)
  return (one) => said.get(sayingOf(one)) ?? []
}

/** The figure of the latest day; of one day the one that came last, those from outside after what was said. */
function newestOf(valid: readonly ReportFact[], outside: OpenReporting['outside']): ProgrammeReports['knownOf'] {
  const newest = new Map<string, { value: number; on: string }>()
  for (const { targetId, value, on } of [...valid.flatMap(({ values }) => values), ...outside])
    if (on >= (newest.get(targetId)?.on ?? '')) newest.set(targetId, { value, on })
  return (targetId) => newest.get(targetId)
}

function reachedIn(targets: ReadonlyMap<string, TargetView>, valid: readonly ReportFact[]) {
  const stated = valid.flatMap(({ values }) => values).sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
  const newest = new Map(stated.map(({ targetId, value }) => [targetId, value]))
  return (targetId: string): boolean => {
    const [target, value] = [targets.get(targetId), newest.get(targetId)]
    return target !== undefined && value !== undefined && isMet(target, value)
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
