import { newId } from '#kernel/ids.ts'
import { sameRow } from '#platform/database/same-row.ts'
import { markOfSecret } from '#platform/operation/form-version.ts'
import { type Call, implement, implementForm } from '#platform/operation/implement.ts'
import { isOwn, isRefusedHost } from '#platform/outgoing/find-way.ts'
import { noticeContract, type RobotForm } from '../contract.ts'
import type { Robot } from '../domain/channel.ts'
import { noticeErrors } from '../domain/errors.ts'
import { shownAddress, webhookFault } from '../domain/webhook-address.ts'
import { viewChannels } from './channel-view.ts'
import { keepSecret } from './keep-secret.ts'
import { findRobot } from './load-house.ts'
import { type NoticePorts, sealText } from './ports.ts'
import { robots } from './tables.ts'
import { openTest } from './test-delivery.ts'

/** What is kept of the address and the secret: the new ones, or those there were. */
function sealed(
  form: RobotForm,
  old: Robot | undefined,
  { seal, ownHosts }: NoticePorts,
): Pick<Robot, 'addressSealed' | 'addressShown' | 'secretSealed'> {
  const { address, secret, kind } = form
  const moves = (address !== null && address !== '') || (old !== undefined && old.kind !== kind)
  const before = { sealed: old?.secretSealed ?? null, moves, anew: () => noticeErrors.secretAnew({}) }
  const kept = keepSecret(secret, before, seal)
  if (address === null || address === '') {
    if (!old) throw noticeErrors.addressNeeded({})
    if (old.kind !== kind) throw noticeErrors.kindAnew({})
    return { addressSealed: old.addressSealed, addressShown: old.addressShown, secretSealed: kept }
  }
  const reach = { inside: false, ownHosts }
  const fault = webhookFault(address, (host) =>
    isRefusedHost(host, reach) ? 'refused' : isOwn(host, reach) ? 'own' : 'open',
  )
  if (fault !== null) throw noticeErrors.webhookRefused({ fault })
  return { addressSealed: sealText(seal, address), addressShown: shownAddress(kind, address), secretSealed: kept }
}

const fieldsOf = ({ kind, title, agencyId, kinds, enabled }: RobotForm) => ({ kind, title, agencyId, kinds, enabled })

async function getRobot({ tx, actor }: Pick<Call<unknown>, 'tx' | 'actor'>, robotId: string): Promise<Robot> {
  const robot = await findRobot(tx, actor.divisionCode, robotId)
  if (!robot) throw noticeErrors.robotNotFound({})
  return robot
}

export const addRobot = (ports: NoticePorts) =>
  implement(noticeContract.addRobot, async (call) => {
    const id = newId(call.now.getTime())
    const { divisionCode } = call.actor
    await call.tx
      .insert(robots)
      .values({ ...fieldsOf(call.input), ...sealed(call.input, undefined, ports), divisionCode, id })
    call.about(`群机器人“${call.input.title}”`)
    return viewChannels(call)
  })

export const saveRobot = (ports: NoticePorts) =>
  implementForm(
    noticeContract.saveRobot,
    async (call) => {
      const { addressSealed, secretSealed, addressShown, ...robot } = await getRobot(call, call.input.robotId)
      const { kind, title, agencyId, kinds, enabled } = robot
      const address = `${addressShown} ${markOfSecret(addressSealed)}`
      return { kind, title, agencyId, kinds, enabled, address, secret: markOfSecret(secretSealed) }
    },
    async (call) => {
      const old = await getRobot(call, call.input.robotId)
      const row = { ...fieldsOf(call.input), ...sealed(call.input, old, ports) }
      await call.tx.update(robots).set(row).where(sameRow(robots, old))
      call.about(`群机器人“${row.title}”`, { enabled: row.enabled })
      return viewChannels(call)
    },
  )

export const removeRobot = implement(noticeContract.removeRobot, async (call) => {
  const robot = await getRobot(call, call.input.robotId)
  await call.tx.delete(robots).where(sameRow(robots, robot))
  call.about(`群机器人“${robot.title}”`)
  return viewChannels(call)
})

export const testRobot = implement(noticeContract.testRobot, async (call) => {
  const robot = await getRobot(call, call.input.robotId)
  call.about(`群机器人“${robot.title}”`)
  return openTest(call, { channel: 'robot', recipientId: robot.id, testAddress: robot.title })
})
