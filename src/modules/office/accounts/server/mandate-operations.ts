import { and, eq } from 'drizzle-orm'
import type { Tx } from '#platform/database/tx.ts'
import { implement } from '#platform/operation/implement.ts'
import { accountContract } from '../contract.ts'
import { accountErrors } from '../domain/errors.ts'
import type { MandateRow } from '../domain/mandate.ts'
import { requireParty } from './create-user.ts'
import { askForGrant } from './grants.ts'
import { closeMandate, isOpen, listOpen, nameMandates } from './mandates.ts'
import { currentSession } from './session.ts'
import { getStanding } from './standing.ts'
import { mandates, sessions } from './tables.ts'
import { getOther } from './user-operations.ts'
import { viewSession } from './view-session.ts'
import { viewUser } from './view-user.ts'

/** What the person may act in, the present one among them. */
export const listMandates = () =>
  implement(accountContract.listMandates, async ({ tx, actor }) => {
    const rows = await listOpen(tx, [actor.userId])
    const titleOf = await nameMandates(tx, rows)
    return rows.map((row) => ({ id: row.id, title: titleOf(row), current: row.id === actor.mandateId }))
  })

/** From now on the person acts in another of their mandates, here and in every window of this browser. */
export const chooseMandate = () =>
  implement(accountContract.chooseMandate, async ({ tx, actor, input, wire, now, about }) => {
    const rows = await listOpen(tx, [actor.userId])
    const chosen = rows.find(({ id }) => id === input.mandateId)
    if (!chosen) throw accountErrors.mandateNotFound({})
    const session = await currentSession(tx, wire.headers)
    if (session !== undefined) await tx.update(sessions).set({ mandateId: chosen.id }).where(eq(sessions.id, session))
    await tx.update(mandates).set({ chosenAt: now }).where(sameMandate(chosen))
    const titleOf = await nameMandates(tx, rows)
    about(`身份 ${titleOf(chosen)}`, { before: actor.mandateId, after: chosen.id })
    return viewSession(await getStanding(tx, actor.userId, chosen.id), now)
  })

/** Asks for one more mandate of a person, or for another in the place of one they have. */
export const askMandate = () =>
  implement(accountContract.askMandate, async (call) => {
    const { input, tx, actor, now, about } = call
    const user = await getOther(call)
    const { role, agencyId, replacesId, reason } = input
    const party = await requireParty(tx, input, actor)
    if (replacesId !== null) await getMandate(tx, { ...actor, userId: user.id, mandateId: replacesId })
    await askForGrant(call, user, { role, party, replacesId, reason })
    about(`账号 ${user.username}`, { role, agencyId, replacesId, reason })
    return viewUser(tx, user, actor, now)
  })

export const endMandate = () =>
  implement(accountContract.endMandate, async (call) => {
    const { input, tx, actor, now, about } = call
    const user = await getOther(call)
    const mandate = await getMandate(tx, { ...actor, userId: user.id, mandateId: input.mandateId })
    await closeMandate(tx, mandate, now)
    const titleOf = await nameMandates(tx, [mandate])
    about(`账号 ${user.username} 的身份 ${titleOf(mandate)}`, { reason: input.reason })
    return viewUser(tx, user, actor, now)
  })

const sameMandate = ({ divisionCode, id }: Pick<MandateRow, 'divisionCode' | 'id'>) =>
  and(eq(mandates.divisionCode, divisionCode), eq(mandates.id, id))

interface Sought {
  divisionCode: string
  userId: string
  mandateId: string
}

async function getMandate(tx: Tx, { divisionCode, userId, mandateId }: Sought): Promise<MandateRow> {
  const theirs = and(sameMandate({ divisionCode, id: mandateId }), eq(mandates.userId, userId), isOpen)
  const [found] = await tx.select().from(mandates).where(theirs).for('update')
  if (!found) throw accountErrors.mandateNotFound({})
  return found
}
