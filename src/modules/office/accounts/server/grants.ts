import { and, desc, eq, inArray, ne } from 'drizzle-orm'
import { type Actor, administrators, roleTitles } from '#kernel/actor.ts'
import { newId } from '#kernel/ids.ts'
import { holdSubject } from '#platform/database/hold-subject.ts'
import { sameRow } from '#platform/database/same-row.ts'
import type { Tx } from '#platform/database/tx.ts'
import { type Call, implement } from '#platform/operation/implement.ts'
import { accountContract } from '../contract.ts'
import { accountErrors } from '../domain/errors.ts'
import { findOtherAdministration, type Grant, grantFlow, isPartyTo } from '../domain/grant.ts'
import { endOtherSessions } from './session.ts'
import { grants, users } from './tables.ts'
import { viewGrants } from './view-grant.ts'

type Asked = Pick<Grant, 'role' | 'agencyId' | 'reason'>

/** Asks for rights of an account; an older question nobody has decided yet gives way. */
export async function askForGrant(
  { tx, actor, now }: Pick<Call<unknown>, 'tx' | 'actor' | 'now'>,
  user: { id: string; name: string },
  { role, agencyId, reason }: Asked,
): Promise<void> {
  await refuseTwoAdministrations(tx, { ...user, role }, actor)
  const pending = and(
    eq(grants.divisionCode, actor.divisionCode),
    eq(grants.userId, user.id),
    eq(grants.state, 'pending'),
  )
  await tx
    .update(grants)
    .set({ state: grantFlow.next('pending', 'withdraw') })
    .where(pending)
  await tx.insert(grants).values({
    id: newId(), divisionCode: actor.divisionCode, userId: user.id, role, agencyId, reason, state: 'pending',
    askedById: actor.userId, askedByName: actor.name, askedAt: now, decidedById: null, decidedByName: null, decidedAt: null, note: null,
  }) // biome-ignore format: two lines
}

/** One person never holds two of the three administrations. */
export async function refuseTwoAdministrations(
  tx: Tx,
  asked: Parameters<typeof findOtherAdministration>[0],
  { divisionCode }: Pick<Actor, 'divisionCode'>,
): Promise<void> {
  if (!administrators.includes(asked.role)) return
  await holdSubject(tx, `administrations:${divisionCode}`)
  const mine = and(eq(users.divisionCode, divisionCode), inArray(users.role, administrators), ne(users.id, asked.id))
  const other = findOtherAdministration(asked, await tx.select().from(users).where(mine))
  if (other) throw accountErrors.twoAdministrations({ ...other, role: roleTitles[other.role] })
}

export const listGrants = () =>
  implement(accountContract.listGrants, async ({ tx, actor }) => {
    const mine = eq(grants.divisionCode, actor.divisionCode)
    const rows = await tx.select().from(grants).where(mine).orderBy(desc(grants.askedAt), desc(grants.id)).limit(200)
    return viewGrants(tx, rows, actor)
  })

export const confirmGrant = () =>
  implement(accountContract.confirmGrant, async (call) => {
    const { tx, input, actor, now, about } = call
    const { grant, user } = await getGrant(call)
    const { role, agencyId } = grant
    await refuseTwoAdministrations(tx, { id: user.id, name: user.name, role }, actor)
    const decided = await decide(call, grant, 'confirm')
    await tx.update(users).set({ role, agencyId, awaitingGrant: false, updatedAt: now }).where(sameRow(users, user))
    // Rights change with the next sign-in, so that nothing opened under the old ones stays open.
    await endOtherSessions(tx, user.id, undefined)
    about(`账号 ${user.username}`, {
      before: { role: user.role, agencyId: user.agencyId },
      after: { role, agencyId },
      reason: input.reason,
    })
    return first(await viewGrants(tx, [decided], actor))
  })

export const refuseGrant = () =>
  implement(accountContract.refuseGrant, async (call) => {
    const { tx, input, actor, about } = call
    const { grant, user } = await getGrant(call)
    const decided = await decide(call, grant, 'refuse')
    about(`账号 ${user.username}`, { asked: { role: grant.role, agencyId: grant.agencyId }, reason: input.reason })
    return first(await viewGrants(tx, [decided], actor))
  })

type Deciding = Pick<Call<{ grantId: string; reason: string }>, 'tx' | 'input' | 'actor' | 'now'>

async function getGrant({ tx, input, actor }: Deciding) {
  const mine = and(eq(grants.id, input.grantId), eq(grants.divisionCode, actor.divisionCode))
  const [grant] = await tx.select().from(grants).where(mine).for('update')
  if (!grant) throw accountErrors.grantNotFound({})
  if (isPartyTo(grant, actor.userId)) throw accountErrors.ownGrant({})
  const [user] = await tx
    .select()
    .from(users)
    .where(sameRow(users, { ...grant, id: grant.userId }))
    .for('update')
  if (!user) throw accountErrors.userNotFound({})
  return { grant, user }
}

async function decide({ tx, input, actor, now }: Deciding, grant: Grant, step: 'confirm' | 'refuse'): Promise<Grant> {
  const state = grantFlow.next(grant.state, step)
  const decision = { state, decidedById: actor.userId, decidedByName: actor.name, decidedAt: now, note: input.reason }
  await tx.update(grants).set(decision).where(sameRow(grants, grant))
  return { ...grant, ...decision }
}

function first<T>([one]: readonly T[]): T {
  if (one === undefined) throw accountErrors.grantNotFound({})
  return one
}
