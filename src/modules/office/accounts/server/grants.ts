import { and, desc, eq, isNull, or } from 'drizzle-orm'
import type { Mandate } from '#kernel/actor.ts'
import { newId } from '#kernel/ids.ts'
import { type Party, partyColumns, partyOf, partyWord } from '#kernel/party.ts'
import { sameRow } from '#platform/database/same-row.ts'
import type { Tx } from '#platform/database/tx.ts'
import { type Call, implement } from '#platform/operation/implement.ts'
import { accountContract } from '../contract.ts'
import { accountErrors } from '../domain/errors.ts'
import { type Grant, grantFlow, isPartyTo } from '../domain/grant.ts'
import { beginMandate, closeMandate, listOpen, nameMandates, refuseConflict } from './mandates.ts'
import { grants, users } from './tables.ts'
import { viewGrants } from './view-grant.ts'

type Asked = Pick<Grant, 'role' | 'replacesId' | 'reason'> & { party: Party | null }

/** Asks for a mandate of a person; an older question about the same that nobody has decided yet gives way. */
export async function askForGrant(
  { tx, actor, now }: Pick<Call<unknown>, 'tx' | 'actor' | 'now'>,
  user: { id: string; name: string },
  { party, ...asked }: Asked,
): Promise<void> {
  const { divisionCode } = actor
  const { role, replacesId } = asked
  await refuseConflict(tx, { userId: user.id, name: user.name, role, divisionCode, replacesId })
  await refuseHeld(tx, user.id, { role, party, divisionCode })
  const same = and(eq(grants.role, role), party === null ? isNull(grants.partyId) : eq(grants.partyId, party.id))
  const older = replacesId === null ? same : or(same, eq(grants.replacesId, replacesId))
  const pending = and(eq(grants.divisionCode, divisionCode), eq(grants.userId, user.id), eq(grants.state, 'pending'))
  await tx
    .update(grants)
    .set({ state: grantFlow.next('pending', 'withdraw') })
    .where(and(pending, older))
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

/** @throws alreadyHeld */
async function refuseHeld(tx: Tx, userId: string, asked: Omit<Mandate, 'id'>): Promise<void> {
  const rows = await listOpen(tx, [userId], asked.divisionCode)
  const word = partyWord(asked.party)
  const held = rows.find((row) => row.role === asked.role && partyWord(partyOf(row)) === word)
  if (held) throw accountErrors.alreadyHeld({ title: (await nameMandates(tx, [held]))(held) })
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
    const { role, divisionCode, replacesId } = grant
    const party = partyOf(grant)
    await refuseConflict(tx, { userId: user.id, name: user.name, role, divisionCode, replacesId })
    await refuseHeld(tx, user.id, { role, party, divisionCode })
    const decided = await decide(call, grant, 'confirm')
    const replaced = (await listOpen(tx, [user.id], divisionCode)).find(({ id }) => id === replacesId)
    if (replacesId !== null && !replaced) throw accountErrors.mandateNotFound({})
    // What was opened under the old rights does not stay open.
    if (replaced) await closeMandate(tx, replaced, now)
    await beginMandate(tx, { userId: user.id, divisionCode, role, party }, now)
    about(`账号 ${user.username}`, {
      before: replaced ? { role: replaced.role, party: partyWord(partyOf(replaced)) } : null,
      after: { role, party: partyWord(party) },
      reason: input.reason,
    })
    return first(await viewGrants(tx, [decided], actor))
  })

export const refuseGrant = () =>
  implement(accountContract.refuseGrant, async (call) => {
    const { tx, input, actor, about } = call
    const { grant, user } = await getGrant(call)
    const decided = await decide(call, grant, 'refuse')
    const asked = { role: grant.role, party: partyWord(partyOf(grant)) }
    about(`账号 ${user.username}`, { asked, reason: input.reason })
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
