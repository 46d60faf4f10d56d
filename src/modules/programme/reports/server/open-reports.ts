import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Actor } from '#kernel/actor.ts'
import type { TargetView } from '#modules/programme/programmes/contract.ts'
import type { Asking, Cycle } from '#modules/programme/reporting/contract.ts'
import { type OpenReporting, openReporting } from '#modules/programme/reporting/server/index.ts'
import type { Tx } from '#platform/database/tx.ts'
import { reaches } from '../domain/reached.ts'
import type { Report } from '../domain/report.ts'
import { listValid, type ReportFact } from '../domain/report-fact.ts'
import { reports } from './tables.ts'

/** All that is needed to report or review a programme's tasks, loaded once for an operation. */
export interface ProgrammeReports extends OpenReporting {
  /** Every attempt, oldest first; of the wanted agencies only. */
  rows: readonly Report[]
  valid: readonly ReportFact[]
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
export async function openReports(tx: Tx, programmeId: string, wanted: Wanted): Promise<ProgrammeReports> {
  const opened = await openReporting(tx, programmeId, wanted)
  const { divisionCode } = opened.reporting
  const rows = await listRows(tx, { id: programmeId, divisionCode }, wanted.agencyIds)
  const valid = listValid(rows, wanted.now)
  const isReached = reachedIn(opened.targets, valid)
  return { ...opened, rows, valid, askingIn: remember((cycle) => opened.askingWith(cycle, isReached)) }
}

function listRows(
  tx: Tx,
  { id, divisionCode }: { id: string; divisionCode: string },
  agencyIds: readonly string[] | undefined,
): Promise<Report[]> {
  const mine = and(
    eq(reports.divisionCode, divisionCode),
    eq(reports.programmeId, id),
    agencyIds && inArray(reports.agencyId, [...agencyIds]),
  )
  return tx.select().from(reports).where(mine).orderBy(asc(reports.endOn), asc(reports.attempt), asc(reports.id))
}

function reachedIn(targets: ReadonlyMap<string, TargetView>, valid: readonly ReportFact[]) {
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
