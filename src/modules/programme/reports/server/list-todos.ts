import { and, eq } from 'drizzle-orm'
import { type Actor, agencyStaff } from '#kernel/actor.ts'
import { endOfDay } from '#kernel/day.ts'
import type { Todo } from '#kernel/todo.ts'
import { listOwnAgencyIds } from '#modules/programme/programmes/server/index.ts'
import { type DutyFact, formatCycle } from '#modules/programme/reporting/contract.ts'
import type { Tx } from '#platform/database/tx.ts'
import { reviewRefusal } from '../domain/rights.ts'
import { listOwnDuties } from './list-own-duties.ts'
import { openRoom } from './open-room.ts'
import { statements } from './tables.ts'
import { lookingAt } from './view-statement.ts'

const reviewing: readonly Actor['role'][] = ['office', 'reviewer', 'agencyHead']

/** What a person has to report or to sign. */
export async function listTodos(tx: Tx, actor: Actor, programmeId: string, today: string): Promise<Todo[]> {
  const now = endOfDay(today)
  const { agencyId } = actor
  const reports = agencyStaff.includes(actor.role) && agencyId !== null
  const owed = reports ? await listOwnDuties(tx, { programmeId, agencyId, now }, actor) : []
  const signs = reviewing.includes(actor.role) ? await listSigns(tx, programmeId, { actor, now }) : []
  return [...listReports(owed), ...signs]
}

function listReports(owed: readonly DutyFact[]): Todo[] {
  return [...new Set(owed.map(({ cycle }) => cycle))].map((cycle) => {
    const of = owed.filter((duty) => duty.cycle === cycle)
    return {
      kind: 'statement',
      title: `报送${formatCycle(cycle)}进展：${of.length} 项任务`,
      dueOn: of[0]?.dueOn ?? null,
      link: '/statements',
    }
  })
}

async function listSigns(tx: Tx, programmeId: string, { actor, now }: { actor: Actor; now: Date }): Promise<Todo[]> {
  const waiting = and(
    eq(statements.divisionCode, actor.divisionCode),
    eq(statements.programmeId, programmeId),
    eq(statements.status, 'submitted'),
  )
  const ownAgencyIds = await listOwnAgencyIds(tx, actor)
  const rows = await tx.select().from(statements).where(waiting)
  // Most days nothing waits to be signed; then a programme's reporting need not be read for it.
  if (rows.length === 0) return []
  const taskIds = [...new Set(rows.map(({ taskId }) => taskId))]
  const room = await openRoom(tx, programmeId, { actor, now, agencyIds: [], taskIds })
  const mine = rows.filter((row) => reviewRefusal(row, lookingAt(row, { room, actor, ownAgencyIds })) === null)
  if (mine.length === 0) return []
  return [{ kind: 'review', title: `${mine.length} 条报送待签收`, dueOn: null, link: '/reviews' }]
}
