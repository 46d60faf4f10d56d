import { and, eq, gte, inArray } from 'drizzle-orm'
import { type Actor, seesWholeCounty } from '#kernel/actor.ts'
import { may } from '#kernel/contract.ts'
import { momentAt } from '#kernel/day.ts'
import { groupBy } from '#kernel/group-by.ts'
import { dayOf } from '#kernel/moment.ts'
import { reportingContract } from '#modules/programme/reporting/contract.ts'
import { listQuestions } from '#modules/programme/reporting/server/index.ts'
import type { Tx } from '#platform/database/tx.ts'
import { implement } from '#platform/operation/implement.ts'
import { type BoardView, statementContract } from '../contract.ts'
import { buildBoard } from '../domain/board.ts'
import { addUpBurden } from '../domain/burden.ts'
import { openRoom, type Room } from './open-room.ts'
import { submissions } from './tables.ts'

/** So many cycles are shown beside each other: a year of months. */
const shownCycles = 12

/** Who reported when, and what it cost them; people of an agency see their own agency's line. */
export const getBoard = implement(statementContract.getBoard, async ({ input, tx, actor, now, today }) => {
  const own = seesWholeCounty(actor) || actor.agencyId === null ? undefined : [actor.agencyId]
  const room = await openRoom(tx, input.programmeId, { actor, now, ...(own && { agencyIds: own }) })
  return { ...(await viewBoard(tx, room, { actor, today, own })), today }
})

interface Looking {
  actor: Actor
  today: string
  /** The only agencies shown; all of them without. */
  own: readonly string[] | undefined
}

export async function viewBoard(tx: Tx, room: Room, { actor, today, own }: Looking): Promise<Omit<BoardView, 'today'>> {
  const cycles = room.reporting.cycles.slice(-shownCycles)
  const duties = room.duties.filter(({ agencyId }) => !own || own.includes(agencyId))
  const nameOf = (agencyId: string) => room.reporting.agencyNames.get(agencyId) ?? '未知单位'
  const rows = buildBoard({ cycles, duties, statements: room.valid, today })
  return {
    cycles,
    rows: rows.map((row) => ({ ...row, name: nameOf(row.agencyId) })),
    open: listOpen(room, duties),
    burden: addUpBurden({ asked: askedIn(room, cycles, duties), spent: await listSpent(tx, room, { cycles, own }) }),
    questions: await listAsked(tx, room, own),
    can: { openSettings: may(actor, reportingContract.getReporting) },
  }
}

function listOpen({ cycle, valid, tasks }: Room, duties: Room['duties']): BoardView['open'] {
  const said = new Set(valid.filter((one) => one.cycle === cycle?.key).map((one) => `${one.taskId}/${one.agencyId}`))
  return duties
    .filter((duty) => duty.cycle === cycle?.key && !said.has(`${duty.taskId}/${duty.agencyId}`))
    .map(({ taskId, agencyId }) => ({ taskId, agencyId, title: tasks.get(taskId)?.title ?? '' }))
}

/** A tap for each task and a figure for each target asked for. */
function askedIn(room: Room, cycles: Room['reporting']['cycles'], duties: Room['duties']) {
  const due = groupBy(duties, ({ cycle }) => cycle)
  return cycles.flatMap((cycle) => {
    const asking = room.askingIn(cycle)
    return (due.get(cycle.key) ?? []).map(({ agencyId, taskId, dueOn }) => {
      const figures = room.tasks.get(taskId)?.targets.filter(({ id }) => asking.get(id)?.ask) ?? []
      return { agencyId, month: dueOn.slice(0, 7), cells: 1 + figures.length }
    })
  })
}

async function listSpent(
  tx: Tx,
  { reporting, rows: said }: Room,
  { cycles, own }: { cycles: Room['reporting']['cycles']; own: readonly string[] | undefined },
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

async function listAsked(tx: Tx, room: Room, own: readonly string[] | undefined): Promise<BoardView['questions']> {
  const asked = await listQuestions(tx, { programmeId: room.programmeId, agencyIds: own })
  return asked.map(({ id, text, cycle, answers }) => ({
    id,
    text,
    cycle,
    answers: answers.map(({ agencyId, answer }) => ({
      agencyName: room.reporting.agencyNames.get(agencyId) ?? '',
      answer,
    })),
  }))
}
