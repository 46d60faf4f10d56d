import { and, eq, gte, inArray } from 'drizzle-orm'
import { type Actor, seesWholeCounty } from '#kernel/actor.ts'
import { may } from '#kernel/contract.ts'
import { momentAt } from '#kernel/day.ts'
import { groupBy } from '#kernel/group-by.ts'
import { dayOf } from '#kernel/moment.ts'
import { reportingContract } from '#modules/programme/reporting/contract.ts'
import { listQuestions } from '#modules/programme/reporting/server/index.ts'
import { owned } from '#platform/database/same-row.ts'
import type { Tx } from '#platform/database/tx.ts'
import { implement } from '#platform/operation/implement.ts'
import { type BoardView, reportContract } from '../contract.ts'
import { buildBoard, listAsked } from '../domain/board.ts'
import { addUpBurden } from '../domain/burden.ts'
import { listFinishes } from '../domain/finish.ts'
import { listOwed } from '../domain/owed.ts'
import { listFinished } from './list-finished.ts'
import { openReports, type ProgrammeReports } from './open-reports.ts'
import { submissions } from './tables.ts'

/** So many cycles are shown beside each other: a year of months. */
const shownCycles = 12

/** Who reported when, and what it cost them; people of an agency see their own agency's line. */
export const getBoard = implement(reportContract.getBoard, async ({ input, tx, actor, now, today }) => {
  const own = seesWholeCounty(actor) || actor.agencyId === null ? undefined : [actor.agencyId]
  const opened = await openReports(tx, input.programmeId, { actor, now, ...(own && { agencyIds: own }) })
  return { ...(await viewBoard(tx, opened, { actor, now, today, own })), today }
})

interface Looking {
  actor: Actor
  now: Date
  today: string
  /** The only agencies shown; all of them without. */
  own: readonly string[] | undefined
}

export async function viewBoard(
  tx: Tx,
  opened: ProgrammeReports,
  { actor, now, today, own }: Looking,
): Promise<Omit<BoardView, 'today'>> {
  const cycles = opened.reporting.cycles.slice(-shownCycles)
  const duties = opened.duties.filter(({ agencyId }) => !own || own.includes(agencyId))
  const programme = owned(opened.programmeId, opened.reporting)
  // Of one agency's words alone it shows only that nothing is finished.
  const claims =
    opened.openings.some(({ said }) => said === 'finished') ||
    opened.valid.some(({ state, signedOn }) => state === 'finished' && signedOn !== null)
  const finished =
    own && claims
      ? await listFinished(tx, programme, { tasks: [...opened.tasks.values()], asOf: now })
      : listFinishes({ words: opened.valid, duties: opened.duties, openings: opened.openings })
  const rows = buildBoard({ cycles, duties, reports: opened.valid, finished, today })
  return {
    cycles,
    rows: rows.map((row) => ({ ...row, name: opened.nameOf(row.agencyId) })),
    open: listOpen(opened, duties, finished),
    burden: addUpBurden({
      asked: askedIn(opened, cycles, listAsked({ duties, reports: opened.valid, finished })),
      spent: await listSpent(tx, opened, { cycles, own }),
    }),
    questions: await viewQuestions(tx, opened, own),
    can: { openSettings: may(actor, reportingContract.getReporting) },
  }
}

function listOpen(
  { cycle, rows, reporting, tasks }: ProgrammeReports,
  duties: ProgrammeReports['duties'],
  finished: ReadonlyMap<string, string>,
): BoardView['open'] {
  return listOwed(duties, { rows, cycles: reporting.cycles, finished })
    .filter((duty) => duty.cycle === cycle?.key)
    .map(({ taskId, agencyId }) => ({ taskId, agencyId, title: tasks.get(taskId)?.title ?? '' }))
}

/** A tap for each task and a figure for each target asked for. */
function askedIn(
  opened: ProgrammeReports,
  cycles: ProgrammeReports['reporting']['cycles'],
  duties: ProgrammeReports['duties'],
) {
  const due = groupBy(duties, ({ cycle }) => cycle)
  return cycles.flatMap((cycle) => {
    const asking = opened.askingIn(cycle)
    return (due.get(cycle.key) ?? []).map(({ agencyId, taskId, dueOn }) => {
      const figures = opened.tasks.get(taskId)?.targets.filter(({ id }) => asking.get(id)?.ask) ?? []
      return { agencyId, month: dueOn.slice(0, 7), cells: 1 + figures.length }
    })
  })
}

async function listSpent(
  tx: Tx,
  { reporting, rows: said }: ProgrammeReports,
  { cycles, own }: { cycles: ProgrammeReports['reporting']['cycles']; own: readonly string[] | undefined },
) {
  const from = cycles[0]?.startOn
  if (!from) return []
  const since = and(
    eq(submissions.divisionCode, reporting.divisionCode),
    gte(submissions.submittedAt, momentAt(from, '00:00')),
    own && inArray(submissions.agencyId, [...own]),
  )
  const here = new Set(said.map(({ submissionId }) => submissionId))
  const rows = (await tx.select().from(submissions).where(since)).filter(({ id }) => here.has(id))
  return rows.map(({ agencyId, submittedAt, seconds }) => ({
    agencyId,
    month: dayOf(submittedAt).slice(0, 7),
    seconds,
  }))
}

async function viewQuestions(
  tx: Tx,
  opened: ProgrammeReports,
  own: readonly string[] | undefined,
): Promise<BoardView['questions']> {
  const asked = await listQuestions(tx, { programme: owned(opened.programmeId, opened.reporting), agencyIds: own })
  return asked.map(({ id, text, cycle, answers }) => ({
    id,
    text,
    cycle,
    answers: answers.map(({ agencyId, answer }) => ({
      agencyName: opened.nameOf(agencyId),
      answer,
    })),
  }))
}
