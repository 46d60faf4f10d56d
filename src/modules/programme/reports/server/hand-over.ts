import { and, count, eq, inArray, max } from 'drizzle-orm'
import { type Actor, agencyStaff, roleTitles } from '#kernel/actor.ts'
import { users } from '#modules/office/accounts/server/index.ts'
import { getAgencyNames } from '#modules/office/organisations/server/index.ts'
import { getTaskRow } from '#modules/programme/programmes/server/index.ts'
import type { Tx } from '#platform/database/tx.ts'
import { type Call, implement, implementForm } from '#platform/operation/implement.ts'
import { reportContract } from '../contract.ts'
import { reportErrors } from '../domain/errors.ts'
import { assignments, drafts, submissions } from './tables.ts'

/** The people who report: all of them for the office, the own agency's for its reviewer and head. */
async function listReporters(tx: Tx, actor: Actor) {
  const mine = and(
    eq(users.divisionCode, actor.divisionCode),
    inArray(users.role, [...agencyStaff]),
    actor.role === 'office' ? undefined : eq(users.agencyId, actor.agencyId ?? ''),
  )
  if (actor.role !== 'office' && actor.agencyId === null) return []
  const rows = await tx.select().from(users).where(mine)
  return rows.flatMap((user) => (user.agencyId === null ? [] : [{ ...user, agencyId: user.agencyId }]))
}

const countOf = (rows: readonly { userId: string; n: number }[], id: string): number =>
  rows.find(({ userId }) => userId === id)?.n ?? 0

export const listColleagues = implement(reportContract.listColleagues, async ({ tx, actor }) => {
  const found = await listReporters(tx, actor)
  const names = await getAgencyNames(
    tx,
    found.map(({ agencyId }) => agencyId),
    actor,
  )
  const here = actor.divisionCode
  const open = await tx
    .select({ userId: drafts.userId, n: count() })
    .from(drafts)
    .where(eq(drafts.divisionCode, here))
    .groupBy(drafts.userId)
  const given = await tx
    .select({ userId: assignments.userId, n: count() })
    .from(assignments)
    .where(eq(assignments.divisionCode, here))
    .groupBy(assignments.userId)
  const last = await tx
    .select({ userId: submissions.userId, at: max(submissions.submittedAt) })
    .from(submissions)
    .where(eq(submissions.divisionCode, here))
    .groupBy(submissions.userId)
  return found.map(({ id, name, role, agencyId, disabledReason }) => ({
    userId: id,
    name,
    roleTitle: roleTitles[role],
    agencyId,
    agencyName: names.get(agencyId) ?? '',
    left: disabledReason !== null,
    drafts: countOf(open, id),
    assignments: countOf(given, id),
    lastAt: last.find((row) => row.userId === id)?.at ?? null,
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
  const mine = and(
    eq(assignments.divisionCode, actor.divisionCode),
    eq(assignments.agencyId, agencyId),
    eq(assignments.taskId, taskId),
  )
  const [given] = await tx.select().from(assignments).where(mine)
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
    const mine = and(
      eq(assignments.divisionCode, actor.divisionCode),
      eq(assignments.agencyId, agencyId),
      eq(assignments.taskId, taskId),
    )
    await tx.delete(assignments).where(mine)
    const person = (await listReporters(tx, actor)).find((one) => one.id === userId && one.agencyId === agencyId)
    if (userId !== null && (!person || person.disabledReason !== null)) throw reportErrors.personNotFound({})
    if (person)
      await tx
        .insert(assignments)
        .values({ divisionCode: actor.divisionCode, taskId, agencyId, userId: person.id, userName: person.name })
    about(`任务“${task.title}”的填报人`, { userId })
    return {}
  },
)

/** Everything that lies with one person goes to another of the same agency: drafts not handed in, tasks given by name. */
export const handOver = implement(reportContract.handOver, async ({ input, tx, actor, about }) => {
  const known = await listReporters(tx, actor)
  const from = known.find(({ id }) => id === input.fromUserId)
  const to = known.find(({ id }) => id === input.toUserId)
  if (!from || !to || from.id === to.id || from.agencyId !== to.agencyId || to.disabledReason !== null)
    throw reportErrors.personNotFound({})
  const theirs = and(eq(drafts.divisionCode, actor.divisionCode), eq(drafts.userId, from.id))
  const left = await tx.select().from(drafts).where(theirs)
  const moved = left.map((draft) => ({ ...draft, userId: to.id }))
  // What the successor has begun themselves is not written over, and what would do so stays where it is.
  const kept = moved.length > 0 ? await tx.insert(drafts).values(moved).onConflictDoNothing().returning() : []
  for (const { taskId, agencyId, cycle } of kept) {
    const one = and(eq(drafts.taskId, taskId), eq(drafts.agencyId, agencyId), eq(drafts.cycle, cycle))
    await tx.delete(drafts).where(and(theirs, one))
  }
  const given = await tx
    .update(assignments)
    .set({ userId: to.id, userName: to.name })
    .where(and(eq(assignments.divisionCode, actor.divisionCode), eq(assignments.userId, from.id)))
    .returning()
  about(`${from.name}的填报工作`, { to: to.name, reason: input.reason, drafts: kept.length, assignments: given.length })
  return { drafts: kept.length, assignments: given.length }
})
