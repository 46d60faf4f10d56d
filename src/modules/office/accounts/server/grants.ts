import { and, asc, eq, isNull, not, or } from 'drizzle-orm'
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

/** Who asks. */
interface Asking extends Pick<Call<unknown>, 'tx' | 'now'> {
  actor: Pick<Actor, 'userId' | 'name' | 'divisionCode'>
}

/** Asks for a mandate of a person. */
export async function askForGrant(
  { tx, actor, now }: Asking,
  user: { id: string; name: string },
  { party, importId = null, ...asked }: Omit<Asked, 'importId'> & { importId?: string | null },
): Promise<void> {
  const { divisionCode } = actor
  const { role, replacesId } = asked
  const held = await refuseConflict(tx, { userId: user.id, name: user.name, role, divisionCode, replacesId })
  refuseHeld(held, { role, party })
  await tx.insert(grants).values({
    ...asked,
    ...partyColumns(party),
    importId,
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
    const pending = eq(grants.state, 'pending')
    // What waits is listed whole, of what was decided the newest.
    const rows = [
      ...(await listGrantRows(tx, and(mine, pending))),
      ...(await listGrantRows(tx, and(mine, not(pending)), 200)),
    ]
    const held = await listOpen(
      tx,
      rows.map(({ userId }) => userId),
      actor,
    )
    return rows.map((row) => viewGrant(row, held, actor))
  })

export const confirmGrant = () =>
  implement(accountContract.confirmGrant, async (call) => {
    const { tx, input, actor, about } = call
    const { grant, user } = await getGrant(call)
    const { held, replaced } = await confirm(call, grant, user)
    about(`账号 ${user.username}`, {
      before: replaced ? { role: replaced.role, party: partyWord(partyOf(replaced)) } : null,
      after: { role: grant.role, party: partyWord(partyOf(grant)) },
      reason: input.reason,
    })
    return viewDecided(tx, { grant, held, actor })
  })

/** All that was asked for with one sheet and waits, together or not at all. */
export const confirmImport = () =>
  implement(accountContract.confirmImport, async (call) => {
    const { tx, input, actor, about } = call
    const asked = await tx
      .select({ grant: grants, user: users })
      .from(grants)
      .innerJoin(users, eq(users.id, grants.userId))
      .where(
        and(
          eq(grants.divisionCode, actor.divisionCode),
          eq(grants.importId, input.importId),
          eq(grants.state, 'pending'),
        ),
      )
      .orderBy(asc(grants.id))
      .for('update')
    if (asked.length === 0) throw accountErrors.grantNotFound({})
    if (asked.some(({ grant }) => isPartyTo(grant, actor.userId))) throw accountErrors.ownGrant({})
    for (const { grant, user } of asked) await confirm(call, grant, user)
    const accounts = [...new Set(asked.map(({ user }) => user.username))]
    about(`表格导入的 ${asked.length} 项授权`, { 账号: accounts.join('、'), reason: input.reason })
    return { confirmed: asked.length }
  })

async function confirm(call: Deciding, grant: Grant, user: Pick<typeof users.$inferSelect, 'id' | 'name'>) {
  const { tx, now } = call
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
  return { held, replaced }
}

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

type Deciding = Pick<Call<{ reason: string }>, 'tx' | 'input' | 'actor' | 'now'>

async function getGrant({ tx, input, actor }: Pick<Call<{ grantId: string }>, 'tx' | 'input' | 'actor'>) {
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
