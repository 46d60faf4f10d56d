import { and, desc, eq } from 'drizzle-orm'
import { getTaskRow, listOwnAgencyIds, visibleTaskFilter } from '#modules/programme/programmes/server/index.ts'
import { type Call, implement } from '#platform/operation/implement.ts'
import { statementContract } from '../contract.ts'
import { statementErrors } from '../domain/errors.ts'
import { mayRead } from '../domain/rights.ts'
import { openRoom } from './open-room.ts'
import { statements } from './tables.ts'
import { lookingAt, viewStatements } from './view-statement.ts'

/** What this person may read of all that was said of a task, newest first, and who has yet to say something. */
export const listTaskStatements = implement(statementContract.listTaskStatements, async ({ input, tx, actor, now }) => {
  const task = await getTaskRow(tx, input.taskId, actor)
  const isVisible = await visibleTaskFilter(tx, task.programmeId, actor)
  if (!isVisible(task.id)) return { statements: [], cycle: null, waitingFor: [] }
  const room = await openRoom(tx, task.programmeId, { actor, now, agencyIds: [], taskIds: [task.id] })
  const of = and(eq(statements.divisionCode, actor.divisionCode), eq(statements.taskId, task.id))
  const rows = await tx.select().from(statements).where(of).orderBy(desc(statements.submittedAt), desc(statements.id))
  const viewer = { room, actor, ownAgencyIds: await listOwnAgencyIds(tx, actor) }
  const said = new Set(
    rows
      .filter(({ status, cycle }) => cycle === room.cycle?.key && (status === 'submitted' || status === 'signed'))
      .map(({ agencyId }) => agencyId),
  )
  const due = room.duties.filter(({ taskId, cycle }) => taskId === task.id && cycle === room.cycle?.key)
  return {
    statements: await viewStatements(
      tx,
      rows.filter((row) => mayRead(row, lookingAt(row, viewer))),
      viewer,
    ),
    cycle: room.cycle,
    waitingFor: due.flatMap(({ agencyId }) =>
      said.has(agencyId) ? [] : (room.reporting.agencyNames.get(agencyId) ?? []),
    ),
  }
})

export const getStatement = implement(
  statementContract.getStatement,
  async ({ input, tx, actor, now }: Call<{ statementId: string }>) => {
    const mine = and(eq(statements.id, input.statementId), eq(statements.divisionCode, actor.divisionCode))
    const [row] = await tx.select().from(statements).where(mine)
    if (!row) throw statementErrors.statementNotFound({})
    const room = await openRoom(tx, row.programmeId, { actor, now, agencyIds: [], taskIds: [row.taskId] })
    const viewer = { room, actor, ownAgencyIds: await listOwnAgencyIds(tx, actor) }
    if (!mayRead(row, lookingAt(row, viewer))) throw statementErrors.statementNotFound({})
    const [view] = await viewStatements(tx, [row], viewer)
    if (!view) throw statementErrors.statementNotFound({})
    return view
  },
)
