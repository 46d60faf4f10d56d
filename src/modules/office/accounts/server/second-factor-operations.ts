import { eq } from 'drizzle-orm'
import { renderSVG } from 'uqr'
import { newId } from '#kernel/ids.ts'
import { divisionName } from '#modules/office/organisations/server/index.ts'
import { implement, implementPrepared, type Preparing } from '#platform/operation/implement.ts'
import { accountContract } from '../contract.ts'
import { accountErrors } from '../domain/errors.ts'
import { otpauthLink, toBase32 } from '../domain/second-factor.ts'
import { judgeSecret } from './judge-secret.ts'
import { hashCode, newRecoveryCodes, newSecret } from './one-time-codes.ts'
import { getOwnUser } from './passwords.ts'
import type { AccountPorts } from './ports.ts'
import { loadRules } from './rules.ts'
import { findFactor, isFactorRequired, isOn, removeFactor, viewFactor } from './second-factor.ts'
import { currentSession, endOtherSessions } from './session.ts'
import { recoveryCodes, secondFactors, type users } from './tables.ts'

export const getSecondFactor = () =>
  implement(accountContract.getSecondFactor, async ({ tx, actor }) =>
    viewFactor(tx, actor, await loadRules(tx, actor.divisionCode)),
  )

/** The own account, its password or code judged before anything is done. */
const proved =
  (ports: AccountPorts) =>
  async (asked: Preparing<{ password?: string; code?: string }>): Promise<typeof users.$inferSelect> => {
    const { username } = await asked.transaction((tx) => getOwnUser(tx, asked.actor))
    asked.about(`账号 ${username}`)
    return judgeSecret(asked, { username, shown: asked.input }, ports)
  }

export const beginSecondFactor = (ports: AccountPorts) =>
  implementPrepared(accountContract.beginSecondFactor, proved(ports), async ({ prepared: user, tx, now }) => {
    if (isOn(await findFactor(tx, user.id))) throw accountErrors.secondFactorOn({})
    const bytes = newSecret()
    const row = { sealedSecret: ports.seal.close(bytes), begunAt: now, confirmedAt: null, lastStep: 0 }
    await tx
      .insert(secondFactors)
      .values({ userId: user.id, ...row })
      .onConflictDoUpdate({ target: secondFactors.userId, set: row })
    const secret = toBase32(bytes)
    const link = otpauthLink(secret, { username: user.username, county: divisionName(user.divisionCode) })
    return { secret, link, qrCode: renderSVG(link) }
  })

/** From now on a code is asked for: whoever signed in without one elsewhere is out. */
export const confirmSecondFactor = (ports: AccountPorts) =>
  implementPrepared(
    accountContract.confirmSecondFactor,
    async (asked) => {
      const factor = await asked.transaction((tx) => findFactor(tx, asked.actor.userId))
      if (!factor) throw accountErrors.secondFactorOff({})
      if (isOn(factor)) throw accountErrors.secondFactorOn({})
      return proved(ports)(asked)
    },
    async ({ prepared: { id: userId }, tx, now, wire }) => {
      await tx.update(secondFactors).set({ confirmedAt: now }).where(eq(secondFactors.userId, userId))
      const codes = newRecoveryCodes()
      await tx.delete(recoveryCodes).where(eq(recoveryCodes.userId, userId))
      await tx
        .insert(recoveryCodes)
        .values(codes.map((code) => ({ id: newId(), userId, hash: hashCode(code), usedAt: null })))
      await endOtherSessions(tx, userId, await currentSession(tx, wire.headers))
      return { recoveryCodes: codes }
    },
  )

export const endSecondFactor = (ports: AccountPorts) =>
  implementPrepared(
    accountContract.endSecondFactor,
    async (asked) => {
      const { actor } = asked
      const rules = await asked.transaction((tx) => loadRules(tx, actor.divisionCode))
      if (!isOn(await asked.transaction((tx) => findFactor(tx, actor.userId)))) throw accountErrors.secondFactorOff({})
      if (isFactorRequired(actor, rules)) throw accountErrors.secondFactorNeeded({})
      return proved(ports)(asked)
    },
    async ({ tx, actor }) => {
      const rules = await loadRules(tx, actor.divisionCode)
      await removeFactor(tx, actor.userId)
      return viewFactor(tx, actor, rules)
    },
  )
