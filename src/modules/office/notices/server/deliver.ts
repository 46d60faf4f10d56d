import { owned, sameRow } from '#platform/database/same-row.ts'
import { defineJob } from '#platform/jobs/define-job.ts'
import { deliverLine } from './deliver-line.ts'
import type { NoticePorts } from './ports.ts'
import { postToRobot } from './post-to-robot.ts'
import { sendMail } from './send-mail.ts'
import { deliveries } from './tables.ts'
import { takeUp } from './take-up.ts'

/**
 * Sends one message. It is marked `sending` before it is handed over and `sent` with the end of the job; a program that
 * ends in between leaves the mark, and the next attempt knows that it may repeat what has arrived (decision 0012).
 */
export const deliver = (ports: NoticePorts) =>
  defineJob(deliverLine, deliverLine.payload, async ({ payload, actor, now, transaction, finish }) => {
    const { deliveryId } = payload
    const mine = sameRow(deliveries, owned(deliveryId, actor))
    const parcel = await transaction((call) => takeUp(call, deliveryId, ports))
    if (!parcel) return
    const fault = await (parcel.channel === 'mail'
      ? sendMail(parcel, ports)
      : postToRobot(parcel, { now, ownHosts: ports.ownHosts }))
    if (!fault) {
      await finish(({ tx, now: sentAt }) =>
        tx.update(deliveries).set({ state: 'sent', sentAt, lastError: null }).where(mine),
      )
      return
    }
    const lastError = fault.refusal.message
    const state = fault.arrived === 'no' ? 'failed' : 'sending'
    await transaction(({ tx }) => tx.update(deliveries).set({ state, lastError }).where(mine))
    throw fault.refusal
  })
