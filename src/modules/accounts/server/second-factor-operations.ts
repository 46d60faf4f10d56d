import { verifyPassword } from 'better-auth/crypto'
import { eq } from 'drizzle-orm'
import { renderSVG } from 'uqr'
import { newId } from '#kernel/ids.ts'
import { divisionName } from '#modules/organisations/server/index.ts'
import type { Tx } from '#platform/database/tx.ts'
import { implement } from '#platform/operation/implement.ts'
import { accountContract } from '../contract.ts'
import { accountErrors } from '../domain/errors.ts'
import { otpauthLink, toBase32 } from '../domain/second-factor.ts'
import { getPasswordHash } from './change-password.ts'
import { hashCode, newRecoveryCodes, newSecret } from './one-time-codes.ts'
import type { AccountPorts } from './ports.ts'
import { loadRules } from './rules.ts'
import { findFactor, isFactorRequired, isOn, removeFactor, takeCode, viewFactor } from './second-factor.ts'
import { recoveryCodes, secondFactors, users } from './tables.ts'

export const getSecondFactor = () =>
  implement(accountContract.getSecondFactor, async ({ tx, actor }) =>
    viewFactor(tx, actor, await loadRules(tx, actor.divisionCode)),
  )

export const beginSecondFactor = ({ seal }: AccountPorts) =>
  implement(accountContract.beginSecondFactor, async ({ input, tx, actor, now, about }) => {
    await requirePassword(tx, actor.userId, input.password)
    if (isOn(await findFactor(tx, actor.userId))) throw accountErrors.secondFactorOn({})
    const [user] = await tx.select().from(users).where(eq(users.id, actor.userId))
    if (!user) throw accountErrors.userNotFound({})
    const bytes = newSecret()
    const row = { sealedSecret: seal.close(bytes), begunAt: now, confirmedAt: null, lastStep: 0 }
    await tx
      .insert(secondFactors)
      .values({ userId: user.id, ...row })
      .onConflictDoUpdate({ target: secondFactors.userId, set: row })
    const secret = toBase32(bytes)
    const link = otpauthLink(secret, { username: user.username, county: divisionName(user.divisionCode) })
    about(`账号 ${user.username}`)
    return { secret, link, qrCode: renderSVG(link) }
  })

export const confirmSecondFactor = ({ seal }: AccountPorts) =>
  implement(accountContract.confirmSecondFactor, async ({ input, tx, actor, now, about }) => {
    const { userId } = actor
    const factor = await findFactor(tx, userId)
    if (!factor) throw accountErrors.secondFactorOff({})
    if (isOn(factor)) throw accountErrors.secondFactorOn({})
    if (!(await takeCode(tx, factor, { code: input.code, now, seal }))) throw accountErrors.wrongCode({})
    await tx.update(secondFactors).set({ confirmedAt: now }).where(eq(secondFactors.userId, userId))
    const codes = newRecoveryCodes()
    await tx.delete(recoveryCodes).where(eq(recoveryCodes.userId, userId))
    await tx
      .insert(recoveryCodes)
      .values(codes.map((code) => ({ id: newId(), userId, hash: hashCode(code), usedAt: null })))
    about('本人账号')
    return { recoveryCodes: codes }
  })

export const endSecondFactor = ({ seal }: AccountPorts) =>
  implement(accountContract.endSecondFactor, async ({ input, tx, actor, now, about }) => {
    await requirePassword(tx, actor.userId, input.password)
    const rules = await loadRules(tx, actor.divisionCode)
    const factor = await findFactor(tx, actor.userId)
    if (!isOn(factor)) throw accountErrors.secondFactorOff({})
    if (isFactorRequired(actor, rules)) throw accountErrors.secondFactorNeeded({})
    if (!(await takeCode(tx, factor, { code: input.code, now, seal }))) throw accountErrors.wrongCode({})
    await removeFactor(tx, actor.userId)
    about('本人账号')
    return viewFactor(tx, actor, rules)
  })

async function requirePassword(tx: Tx, userId: string, password: string): Promise<void> {
  if (!(await verifyPassword({ hash: await getPasswordHash(tx, userId), password })))
    throw accountErrors.oldPasswordWrong({})
}
