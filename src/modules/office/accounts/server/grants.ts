import { and, eq, isNull, or } from 'drizzle-orm'
import type { Actor } from '#kernel/actor.ts'
import { newId } from '#kernel/ids.ts'
import { type Party, partyColumns, partyOf, partyWord } from '#kernel/party.ts'
import { sameRow } from '#platform/database/same-row.ts'
import type { Tx } from '#platform/database/tx.ts'
import { type Call, implement } from '#platform/operation/implement.ts'
import { accountContract, type GrantView } from '../contract.ts'
import { accountErrors } from '../domain/errors.ts'
import { type Grant, grantFlow, isPartyTo } from '../domain/grant.ts'
import { beginMandate, closeMandate, listOpen, type OpenMandate, refuseConflict, refuseHeld } from './mandates.ts'
import { grants, users } from './tables.ts'
import { isPendingOf, listGrantRows, viewGrant } from './view-grant.ts'

type Asked = Pick<Grant, 'role' | 'replacesId' | 'reason'> & { party: Party | null }

/** Asks for a mandate of a person. */
export async function askForGrant(
  { tx, actor, now }: Pick<Call<unknown>, 'tx' | 'actor' | 'now'>,
  user: { id: string; name: string },
  { party, ...asked }: Asked,
): Promise<void> {
  const { divisionCode } = actor
  const { role, replacesId } = asked
  const held = await refuseConflict(tx, { userId: user.id, name: user.name, role, divisionCode, replacesId })
  refuseHeld(held, { role, party })
  await tx.insert(grants).values({
    ...asked,
    ...partyColumns(party),
    id: newId(),
    divisionCode,
    userId: user.id,
    state: 'pending',
    askedById: actor.userId,
    askedByName: actor.name,
    askedAt: now,
    decidedById: null,
    decidedByName: null,
    decidedAt: null,
    note: null,
  })
}

/** An older question about the same that nobody has decided yet gives way to the one that is to be asked. */
export async function withdrawOlder(
  tx: Tx,
  user: { id: string; divisionCode: string },
  { role, party, replacesId }: Omit<Asked, 'reason'>,
): Promise<void> {
  const same = and(eq(grants.role, role), party === null ? isNull(grants.partyId) : eq(grants.partyId, party.id))
  const older = replacesId === null ? same : or(same, eq(grants.replacesId, replacesId))
  await tx
    .update(grants)
    .set({ state: grantFlow.next('pending', 'withdraw') })
    .where(and(isPendingOf(user), older))
}

export const listGrants = () =>
  implement(accountContract.listGrants, async ({ tx, actor }) => {
    const mine = eq(grants.divisionCode, actor.divisionCode)
    const rows = await listGrantRows(tx, mine)
    const held = await listOpen(
      tx,
      rows.map(({ userId }) => userId),
      actor,
    )
    return rows.map((row) => viewGrant(row, held, actor))
  })

export const confirmGrant = () =>
  implement(accountContract.confirmGrant, async (call) => {
    const { tx, input, actor, now, about } = call
    const { grant, user } = await getGrant(call)
    const { role, divisionCode, replacesId } = grant
    const party = partyOf(grant)
    const held = await refuseConflict(tx, { userId: user.id, name: user.name, role, divisionCode, replacesId })
    refuseHeld(held, { role, party })
    const replaced = held.find(({ id }) => id === replacesId)
    if (replacesId !== null && !replaced) throw accountErrors.mandateNotFound({})
    await decide(call, grant, 'confirm')
    // What was opened under the old rights does not stay open.
    if (replaced) await closeMandate(tx, replaced, now)
    await beginMandate(tx, { userId: user.id, divisionCode, role, party }, now)
    about(`账号 ${user.username}`, {
      before: replaced ? { role: replaced.role, party: partyWord(partyOf(replaced)) } : null,
      after: { role, party: partyWord(party) },
      reason: input.reason,
    })
    return viewDecided(tx, { grant, held, actor })
  })

export const refuseGrant = () =>
  implement(accountContract.refuseGrant, async (call) => {
    const { tx, input, actor, about } = call
    const { grant, user } = await getGrant(call)
    await decide(call, grant, 'refuse')
    const asked = { role: grant.role, party: partyWord(partyOf(grant)) }
    about(`账号 ${user.username}`, { asked, reason: input.reason })
    const held = await listOpen(tx, [user.id], actor)
    return viewDecided(tx, { grant, held, actor })
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

async function decide({ tx, input, actor, now }: Deciding, grant: Grant, step: 'confirm' | 'refuse'): Promise<void> {
  const state = grantFlow.next(grant.state, step)
  const decision = { state, decidedById: actor.userId, decidedByName: actor.name, decidedAt: now, note: input.reason }
  await tx.update(grants).set(decision).where(sameRow(grants, grant))
}

interface Decided {
  grant: Grant
  /** What the person had when it was decided. */
  held: readonly OpenMandate[]
  actor: Actor
}

async function viewDecided(tx: Tx, { grant, held, actor }: Decided): Promise<GrantView> {
  const [row] = await listGrantRows(tx, sameRow(grants, grant))
  if (!row) throw accountErrors.grantNotFound({})
  return viewGrant(row, held, actor)
}
