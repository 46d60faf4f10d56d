import { and, asc, eq } from 'drizzle-orm'
import { groupBy } from '#kernel/group-by.ts'
import { listOwnAgencyIds } from '#modules/programme/programmes/server/index.ts'
import type { Tx } from '#platform/database/tx.ts'
import { implement } from '#platform/operation/implement.ts'
import { type ReviewView, statementContract } from '../contract.ts'
import { type FlaggedTarget, flagStatement } from '../domain/flags.ts'
import { reviewRefusal } from '../domain/rights.ts'
import type { Statement } from '../domain/statement.ts'
import { openRoom, type Room } from './open-room.ts'
import { statements } from './tables.ts'
import { lookingAt, type Viewer, viewStatements } from './view-statement.ts'

/** What waits for this person's signature, the oldest first, each beside the word before it and with what is striking. */
export const listReviews = implement(statementContract.listReviews, async ({ tx, actor, now }) => {
  const viewer = { actor, ownAgencyIds: await listOwnAgencyIds(tx, actor) }
  const waiting = and(eq(statements.divisionCode, actor.divisionCode), eq(statements.status, 'submitted'))
  const rows = await tx
    .select()
    .from(statements)
    .where(waiting)
    .orderBy(asc(statements.submittedAt), asc(statements.id))
  const found: ReviewView[] = []
  for (const [programmeId, here] of groupBy(rows, (row) => row.programmeId)) {
    const agencyIds = [...new Set(here.map(({ agencyId }) => agencyId))]
    const taskIds = [...new Set(here.map(({ taskId }) => taskId))]
    const room = await openRoom(tx, programmeId, { actor, now, agencyIds, taskIds })
    const mine = here.filter((row) => isMine(row, room, viewer))
    found.push(...(await viewReviews(tx, mine, { room, viewer })))
  }
  return found
})

/** Their own words are shown to reviewers too, with the reason why another must sign. */
const isMine = (row: Statement, room: Room, viewer: Viewer): boolean => {
  const looking = lookingAt(row, { room, ...viewer })
  return reviewRefusal({ ...row, submittedById: '' }, looking) === null
}

async function viewReviews(
  tx: Tx,
  rows: readonly Statement[],
  { room, viewer }: { room: Room; viewer: Viewer },
): Promise<ReviewView[]> {
  const previous = new Map(rows.map((row) => [row.id, findPrevious(row, room)]))
  const before = [...previous.values()].filter((row) => row !== undefined)
  const views = new Map(
    (await viewStatements(tx, [...rows, ...before], { room, ...viewer })).map((one) => [one.id, one]),
  )
  return rows.flatMap((row): ReviewView[] => {
    const view = views.get(row.id)
    const last = previous.get(row.id)
    if (!view) return []
    const flags = flagStatement(row, { before: last ?? null, targets: flaggedTargets(row, room) })
    return [{ ...view, programmeTitle: room.title, previous: (last && views.get(last.id)) ?? null, flags }]
  })
}

/** The agency's last valid word on the task of an earlier cycle. */
function findPrevious(row: Statement, { rowsOf }: Room): Statement | undefined {
  return rowsOf(row).findLast(
    ({ endOn, status }) => endOn < row.endOn && (status === 'signed' || status === 'submitted'),
  )
}

function flaggedTargets(row: Statement, room: Room): FlaggedTarget[] {
  const cycle = room.reporting.cycles.find(({ key }) => key === row.cycle)
  const asking = cycle && room.askingIn(cycle)
  return (room.tasks.get(row.taskId)?.targets ?? []).map((target) => ({
    id: target.id,
    label: target.indicator.text,
    unit: target.unit,
    kind: target.kind,
    op: target.op,
    value: target.value,
    asked: Boolean(asking?.get(target.id)?.ask),
  }))
}
