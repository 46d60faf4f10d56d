import { and, count, eq, max } from 'drizzle-orm'
import { type Actor, agencyStaff, roleTitles } from '#kernel/actor.ts'
import { listHolders } from '#modules/office/accounts/server/index.ts'
import { callAgencies, getTaskRow } from '#modules/programme/programmes/server/index.ts'
import type { Tx } from '#platform/database/tx.ts'
import { type Call, implement, implementForm } from '#platform/operation/implement.ts'
import { reportContract } from '../contract.ts'
import { reportErrors } from '../domain/errors.ts'
import { assignments, drafts, submissions } from './tables.ts'

/** The people who report: all of them for the office, the own agency's for its reviewer and head. */
async function listReporters(tx: Tx, actor: Actor) {
  if (actor.role !== 'office' && actor.agencyId === null) return []
  const own = actor.role === 'office' || actor.agencyId === null ? {} : { agencyIds: [actor.agencyId] }
  const holders = await listHolders(tx, actor.divisionCode, { roles: agencyStaff, former: true, ...own })
  // Who acts for one agency in two mandates, or did so once, is one colleague there.
  const each = new Map<string, (typeof holders)[number] & { agencyId: string }>()
  for (const { agencyId, ...one } of holders) {
    const key = `${one.userId}/${agencyId}`
    if (agencyId !== null && !each.has(key)) each.set(key, { ...one, agencyId })
  }
  return [...each.values()]
}

/** How many rows lie with each person for an agency. */
const countBy = (tx: Tx, table: typeof drafts | typeof assignments, { divisionCode }: Actor) =>
  tx
    .select({ userId: table.userId, agencyId: table.agencyId, n: count() })
    .from(table)
    .where(eq(table.divisionCode, divisionCode))
    .groupBy(table.userId, table.agencyId)

const assignmentOf = ({ input, actor }: Pick<Call<{ taskId: string; agencyId: string }>, 'input' | 'actor'>) =>
  and(
    eq(assignments.divisionCode, actor.divisionCode),
    eq(assignments.agencyId, input.agencyId),
    eq(assignments.taskId, input.taskId),
  )

/** Of somebody's rows those for one agency: what lies with them there. */
const there =
  ({ userId, agencyId }: { userId: string; agencyId: string }) =>
  (row: { userId: string; agencyId: string }): boolean =>
    row.userId === userId && row.agencyId === agencyId

export const listColleagues = implement(reportContract.listColleagues, async ({ tx, actor }) => {
  const found = await listReporters(tx, actor)
  const agencyIds = found.map(({ agencyId }) => agencyId)
  const nameOf = await callAgencies(tx, actor, agencyIds)
  const open = await countBy(tx, drafts, actor)
  const given = await countBy(tx, assignments, actor)
  const last = await tx
    .select({ userId: submissions.userId, agencyId: submissions.agencyId, at: max(submissions.submittedAt) })
    .from(submissions)
    .where(eq(submissions.divisionCode, actor.divisionCode))
    .groupBy(submissions.userId, submissions.agencyId)
  return found.map((one) => ({
    userId: one.userId,
    name: one.name,
    roleTitle: roleTitles[one.role],
    agencyId: one.agencyId,
    agencyName: nameOf(one.agencyId),
    left: one.left,
    drafts: open.find(there(one))?.n ?? 0,
    assignments: given.find(there(one))?.n ?? 0,
    lastAt: last.find(there(one))?.at ?? null,
  }))
})

async function currentReporter({
  input,
  tx,
  actor,
}: Pick<Call<{ taskId: string; agencyId: string }>, 'input' | 'tx' | 'actor'>) {
  const { taskId, agencyId } = input
  await getTaskRow(tx, taskId, actor)
  if (actor.role !== 'office' && actor.agencyId !== agencyId) throw reportErrors.notHead({})
  const [given] = await tx.select().from(assignments).where(assignmentOf({ input, actor }))
  return { userId: given?.userId ?? null }
}

/** Gives a task's reporting to one person of the agency, or to nobody in particular. */
export const assignTask = implementForm(
  reportContract.assignTask,
  currentReporter,
  async ({ input, tx, actor, about }) => {
    const { taskId, agencyId, userId } = input
    const task = await getTaskRow(tx, taskId, actor)
    if (actor.role !== 'office' && actor.agencyId !== agencyId) throw reportErrors.notHead({})
    await tx.delete(assignments).where(assignmentOf({ input, actor }))
    const person = (await listReporters(tx, actor)).find((one) => one.userId === userId && one.agencyId === agencyId)
    if (userId !== null && (!person || person.left)) throw reportErrors.personNotFound({})
    if (person)
      await tx
        .insert(assignments)
        .values({ divisionCode: actor.divisionCode, taskId, agencyId, userId: person.userId, userName: person.name })
    about(`任务“${task.title}”的填报人`, { userId })
    return {}
  },
)

/** Everything that lies with one person goes to another of the same agency: drafts not handed in, tasks given by name. */
export const handOver = implement(reportContract.handOver, async ({ input, tx, actor, about }) => {
  const known = await listReporters(tx, actor)
  const pairs = known.flatMap((from) =>
    known.filter((to) => to.agencyId === from.agencyId && to.userId !== from.userId).map((to) => ({ from, to })),
  )
  const asked = pairs.find(
    ({ from, to }) =>
      from.userId === input.fromUserId &&
      to.userId === input.toUserId &&
      (input.agencyId === undefined || from.agencyId === input.agencyId),
  )
  if (!asked || asked.to.left) throw reportErrors.personNotFound({})
  const { from, to } = asked
  const theirs = and(
    eq(drafts.divisionCode, actor.divisionCode),
    eq(drafts.userId, from.userId),
    eq(drafts.agencyId, from.agencyId),
  )
  const left = await tx.select().from(drafts).where(theirs)
  const moved = left.map((draft) => ({ ...draft, userId: to.userId }))
  // What the successor has begun themselves is not written over, and what would do so stays where it is.
  const kept = moved.length > 0 ? await tx.insert(drafts).values(moved).onConflictDoNothing().returning() : []
  for (const { taskId, agencyId, cycle } of kept) {
    const one = and(eq(drafts.taskId, taskId), eq(drafts.agencyId, agencyId), eq(drafts.cycle, cycle))
    await tx.delete(drafts).where(and(theirs, one))
  }
  const given = await tx
    .update(assignments)
    .set({ userId: to.userId, userName: to.name })
    .where(
      and(
        eq(assignments.divisionCode, actor.divisionCode),
        eq(assignments.agencyId, from.agencyId),
        eq(assignments.userId, from.userId),
      ),
    )
    .returning()
  about(`${from.name}的填报工作`, { to: to.name, reason: input.reason, drafts: kept.length, assignments: given.length })
  return { drafts: kept.length, assignments: given.length }
})
