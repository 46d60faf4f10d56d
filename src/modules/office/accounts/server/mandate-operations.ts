import { eq } from 'drizzle-orm'
import { roleTitles } from '#kernel/actor.ts'
import { partyOf, partyWord } from '#kernel/party.ts'
import { sameRow } from '#platform/database/same-row.ts'
import { implement } from '#platform/operation/implement.ts'
import { accountContract } from '../contract.ts'
import { accountErrors } from '../domain/errors.ts'
import { requireParty } from './create-user.ts'
import { askForGrant, withdrawOlder } from './grants.ts'
import { closeMandate, listOpen, titleOf } from './mandates.ts'
import { currentSession } from './session.ts'
import { getStanding } from './standing.ts'
import { mandates, sessions } from './tables.ts'
import { getOther } from './user-operations.ts'
import { viewSession } from './view-session.ts'
import { viewUser } from './view-user.ts'

/** What the person may act in, the present one among them. */
export const listMandates = () =>
  implement(accountContract.listMandates, async ({ tx, actor }) => {
    const rows = await listOpen(tx, [actor.userId], actor)
    return rows.map((row) => ({ id: row.id, title: titleOf(row), current: row.id === actor.mandateId }))
  })

/** From now on the person acts in another of their mandates, here and in every window of this browser. */
export const chooseMandate = () =>
  implement(accountContract.chooseMandate, async ({ tx, actor, input, wire, now, about }) => {
    const rows = await listOpen(tx, [actor.userId], actor)
    const chosen = rows.find(({ id }) => id === input.mandateId)
    if (!chosen) throw accountErrors.mandateNotFound({})
    const session = await currentSession(tx, wire.headers)
    if (session !== undefined) await tx.update(sessions).set({ mandateId: chosen.id }).where(eq(sessions.id, session))
    await tx.update(mandates).set({ chosenAt: now }).where(sameRow(mandates, chosen))
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
    const held = replacesId === null ? [] : await listOpen(tx, [user.id], actor)
    if (replacesId !== null && !held.some(({ id }) => id === replacesId)) throw accountErrors.mandateNotFound({})
    await withdrawOlder(tx, user, { role, party, replacesId })
    await askForGrant(call, user, { role, party, replacesId, reason })
    about(`账号 ${user.username}`, { role, agencyId, replacesId, reason })
    return viewUser(tx, user, actor, now)
  })

export const endMandate = () =>
  implement(accountContract.endMandate, async (call) => {
    const { input, tx, actor, now, about } = call
    const user = await getOther(call)
    const ended = await closeMandate(tx, { ...actor, userId: user.id, id: input.mandateId }, now)
    if (!ended) throw accountErrors.mandateNotFound({})
    const { role } = ended
    about(`账号 ${user.username} 的${roleTitles[role]}身份`, { party: partyWord(partyOf(ended)), reason: input.reason })
    return viewUser(tx, user, actor, now)
  })
