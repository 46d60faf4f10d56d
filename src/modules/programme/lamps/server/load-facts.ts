import { endOfDay } from '#kernel/day.ts'
import { callAgencies } from '#modules/programme/programmes/server/index.ts'
import { loadReportFactsOf } from '#modules/programme/reports/server/index.ts'
import { loadScheduleFacts } from '#modules/programme/schedules/server/index.ts'
import type { Tx } from '#platform/database/tx.ts'
import type { Basis, ProgrammeFacts } from '../domain/facts.ts'
import { basisOn, currentBasis } from './basis-on.ts'
import { coursesOn, type Rules, rulesOn } from './load-rules.ts'
import type { ProgrammeRow } from './programme-row.ts'

export interface KnownProgramme {
  programme: ProgrammeRow
  day: string
  rules: Rules
  facts: ProgrammeFacts
}

/** A part of a programme: some tasks, some targets of no task, and in which tasks' reports their figures stand. */
export interface Part {
  taskIds: readonly string[]
  overall: readonly string[]
  saidIn: readonly string[]
}

/**
 * Everything that was known of a programme at the end of a day, each table read once.
 * @param part only what is known of these, of the tasks and targets in force now
 */
export async function loadFacts(tx: Tx, programme: ProgrammeRow, day: string, part?: Part): Promise<KnownProgramme> {
  const asOf = endOfDay(day)
  const basis = await (part ? currentBasis(tx, programme, day, part) : basisOn(tx, programme, day))
  const rules = await rulesOn(tx, programme, day)
  const planned = await loadScheduleFacts(tx, programme, asOf, part?.taskIds)
  const { reports, duties, outside } = await loadReportFactsOf(tx, {
    programme,
    asOf,
    tasks: tasksToReport(basis),
    saidIn: part?.saidIn,
  })
  const facts: ProgrammeFacts = {
    basis,
    schedules: withoutFigures(planned),
    reports,
    duties,
    outside,
    courses: await coursesOn(tx, programme, day),
    thresholds: rules.thresholds,
    nameOf: await callAgencies(
      tx,
      programme,
      reports.map(({ agencyId }) => agencyId),
    ),
  }
  return { programme, day, rules, facts }
}

/** How far a figure is, its target says, from more than signed reports: no mark of it is late for itself. */
const withoutFigures = (schedules: ProgrammeFacts['schedules']): ProgrammeFacts['schedules'] =>
  new Map(
    [...schedules].map(([taskId, schedule]) => [
      taskId,
      { ...schedule, steps: schedule.steps.filter(({ byFigure = false }) => !byFigure) },
    ]),
  )

/** The tasks of that day as far as reporting is concerned: what had to be said is reckoned from them. */
const tasksToReport = ({ tasks }: Basis) =>
  tasks.map(({ id, kind, agencies, addedIn, planTaskId }) => ({
    id,
    kind,
    addedIn,
    planTaskId,
    leads: agencies.filter(({ isLead }) => isLead),
    participants: agencies.filter(({ isLead }) => !isLead),
  }))
