import { and, eq, inArray } from 'drizzle-orm'
import { Refusal } from '#kernel/errors.ts'
import { notify } from '#modules/office/notices/server/index.ts'
import { getTaskRow, listOwnAgencyIds } from '#modules/programme/programmes/server/index.ts'
import { formatCycle } from '#modules/programme/reporting/contract.ts'
import { type Call, implement } from '#platform/operation/implement.ts'
import { statementContract, statementReturned, statementSigned } from '../contract.ts'
import { statementErrors } from '../domain/errors.ts'
import { reviewRefusal, withdrawRefusal } from '../domain/rights.ts'
import { type Statement, statementFlow } from '../domain/statement.ts'
import { openRoom, type Room } from './open-room.ts'
import { statements } from './tables.ts'
import { lookingAt, type Viewer } from './view-statement.ts'

type Step = 'sign' | 'return'
type Settled = { statementId: string; refusal: string | null }[]

export const signStatements = implement(statementContract.signStatements, (call) => settleAll(call, 'sign', null))

export const returnStatements = implement(statementContract.returnStatements, (call) =>
  settleAll(call, 'return', call.input.reason),
)

/** Signs or returns many at once; one that cannot be is said and holds up no other. */
async function settleAll(call: Call<{ statementIds: string[] }>, step: Step, reason: string | null): Promise<Settled> {
  const { tx, actor, input, about } = call
  const viewer = { actor, ownAgencyIds: await listOwnAgencyIds(tx, actor) }
  const rooms = new Map<string, Room>()
  const settled: Settled = []
  const told: Done[] = []
  const taskIds = await listTaskIds(call)
  for (const statementId of new Set(input.statementIds)) {
    try {
      const row = await lockStatement(call, statementId)
      const room =
        rooms.get(row.programmeId) ??
        (await openRoom(tx, row.programmeId, { actor, now: call.now, agencyIds: [], taskIds }))
      rooms.set(row.programmeId, room)
      await settleOne(call, { row, step, reason, room, viewer })
      told.push({ row, title: room.tasks.get(row.taskId)?.title ?? '任务' })
      settled.push({ statementId, refusal: null })
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      settled.push({ statementId, refusal: error.message })
    }
  }
  await tellReporters(call, told, { step, reason })
  const done = settled.filter(({ refusal }) => refusal === null)
  about(`${statementFlow.steps[step].to === 'signed' ? '签收' : '退回'}报送 ${done.length} 条`, {
    reason,
    statements: done,
  })
  return settled
}

/** What the statements are about; nothing of the programme besides is needed to settle them. */
async function listTaskIds({ tx, actor, input }: Call<{ statementIds: string[] }>): Promise<string[]> {
  const asked = and(inArray(statements.id, input.statementIds), eq(statements.divisionCode, actor.divisionCode))
  const rows = await tx.selectDistinct({ taskId: statements.taskId }).from(statements).where(asked)
  return rows.map(({ taskId }) => taskId)
}

async function lockStatement({ tx, actor }: Pick<Call<unknown>, 'tx' | 'actor'>, id: string): Promise<Statement> {
  const mine = and(eq(statements.id, id), eq(statements.divisionCode, actor.divisionCode))
  const [row] = await tx.select().from(statements).where(mine).for('update')
  if (!row) throw statementErrors.statementNotFound({})
  return row
}

interface Settling {
  row: Statement
  step: Step
  reason: string | null
  room: Room
  viewer: Viewer
}

async function settleOne(call: Call<unknown>, { row, step, reason, room, viewer }: Settling): Promise<void> {
  const refusal = reviewRefusal(row, lookingAt(row, { room, ...viewer }))
  if (refusal) throw refusal
  const status = statementFlow.next(row.status, step)
  const settled = {
    status,
    settledBy: call.actor.name,
    settledAt: call.now,
    settledOn: call.today,
    settledReason: reason,
  }
  await call.tx.update(statements).set(settled).where(eq(statements.id, row.id))
  const told = { programmeId: row.programmeId, taskId: row.taskId, statementId: row.id }
  await call.emit(step === 'sign' ? statementSigned : statementReturned, told)
}

/** One notice for what was signed at once; each word that comes back is told by itself, with its reason. */
async function tellReporters(call: Call<unknown>, done: readonly Done[], { step, reason }: Telling): Promise<void> {
  for (const userId of new Set(done.map(({ row }) => row.submittedById))) {
    const theirs = done.filter(({ row }) => row.submittedById === userId)
    if (step === 'sign') await tellSigned(call, userId, theirs)
    else for (const one of theirs) await tellReturned(call, one, reason ?? '')
  }
}

interface Done {
  row: Statement
  title: string
}

interface Telling {
  step: Step
  reason: string | null
}

async function tellSigned(call: Call<unknown>, userId: string, done: readonly Done[]): Promise<void> {
  const [first] = done
  if (!first) return
  const cycle = formatCycle(first.row.cycle)
  await notify(call, {
    to: { userIds: [userId] },
    kind: 'statementSigned',
    title: done.length === 1 ? `${cycle}报送已签收：${first.title}` : `${cycle}报送已签收 ${done.length} 项`,
    text: `${call.actor.name}已签收：${done.map(({ title }) => title).join('、')}。`.slice(0, 400),
    link: done.length === 1 ? `/tasks/${first.row.taskId}` : '/statements',
    key: `statement:${first.row.id}:sign`,
  })
}

const tellReturned = (call: Call<unknown>, { row, title }: Done, reason: string): Promise<void> =>
  notify(call, {
    to: { userIds: [row.submittedById] },
    kind: 'statementReturned',
    title: `${formatCycle(row.cycle)}报送被退回：${title}`,
    text: `${call.actor.name}退回，理由：${reason}。请修改后重新报送。`,
    link: '/statements',
    key: `statement:${row.id}:return`,
  })

/** The agency takes its own word back while nobody has signed it, and may say it again. */
export const withdrawStatement = implement(statementContract.withdrawStatement, async (call) => {
  const { tx, actor, now, today, input, about } = call
  const row = await lockStatement(call, input.statementId)
  const refusal = withdrawRefusal(row, { ownAgencyIds: actor.agencyId === null ? [] : [actor.agencyId] })
  if (refusal) throw refusal
  const status = statementFlow.next(row.status, 'withdraw')
  await tx
    .update(statements)
    .set({ status, settledBy: actor.name, settledAt: now, settledOn: today })
    .where(eq(statements.id, row.id))
  const { programmeId, taskId } = row
  await call.emit(statementReturned, { programmeId, taskId, statementId: row.id })
  const task = await getTaskRow(tx, taskId, actor)
  about(`${formatCycle(row.cycle)}报送“${task.title}”`, { statementId: row.id })
  return {}
})
