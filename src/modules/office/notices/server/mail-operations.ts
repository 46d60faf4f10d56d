import { markOfSecret } from '#platform/operation/form-version.ts'
import { implement, implementForm } from '#platform/operation/implement.ts'
import { isRefusedHost } from '#platform/outgoing/find-way.ts'
import { noticeContract } from '../contract.ts'
import { sameDestination } from '../domain/channel.ts'
import { noticeErrors } from '../domain/errors.ts'
import { viewChannels } from './channel-view.ts'
import { keepSecret } from './keep-secret.ts'
import { findMailChannel, loadHouseRules } from './load-house.ts'
import type { NoticePorts } from './ports.ts'
import { houseRules, mailChannels } from './tables.ts'
import { openTest } from './test-delivery.ts'

export const getChannels = implement(noticeContract.getChannels, viewChannels)

export const saveMail = ({ seal, ownHosts }: NoticePorts) =>
  implementForm(
    noticeContract.saveMail,
    async ({ tx, actor }) => {
      const { passwordSealed, divisionCode: _, ...said } = (await findMailChannel(tx, actor.divisionCode)) ?? {}
      return { ...said, password: markOfSecret(passwordSealed) }
    },
    async (call) => {
      const { password, ...said } = call.input
      const { divisionCode } = call.actor
      if (isRefusedHost(said.host, { inside: true, ownHosts })) throw noticeErrors.mailHostRefused({ host: said.host })
      const old = await findMailChannel(call.tx, divisionCode)
      const kept = {
        sealed: old?.passwordSealed ?? null,
        moves: old !== undefined && !sameDestination(old, said),
        anew: () => noticeErrors.passwordAnew({ host: said.host }),
      }
      // Without a name to sign in with there is no password.
      const passwordSealed = keepSecret(said.user === null ? '' : password, kept, seal)
      const row = { ...said, divisionCode, passwordSealed }
      await call.tx.insert(mailChannels).values(row).onConflictDoUpdate({ target: mailChannels.divisionCode, set: row })
      call.about(`邮件渠道 ${said.host}`, { enabled: said.enabled })
      return viewChannels(call)
    },
  )

export const testMail = implement(noticeContract.testMail, async (call) => {
  if (!(await findMailChannel(call.tx, call.actor.divisionCode))) throw noticeErrors.mailNotSet({})
  call.about('试发邮件')
  return openTest(call, { channel: 'mail', recipientId: call.actor.userId, testAddress: call.input.to })
})

export const saveHouseRules = implementForm(
  noticeContract.saveHouseRules,
  async ({ tx, actor }) => {
    const { rules, publicAddress } = await loadHouseRules(tx, actor.divisionCode)
    return { rules, publicAddress }
  },
  async (call) => {
    const row = { ...call.input, divisionCode: call.actor.divisionCode }
    await call.tx.insert(houseRules).values(row).onConflictDoUpdate({ target: houseRules.divisionCode, set: row })
    call.about('消息发送时间', { rules: call.input.rules })
    return viewChannels(call)
  },
)
