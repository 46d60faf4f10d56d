import { implement, implementForm } from '#platform/operation/implement.ts'
import { isRecipient } from '#platform/sealing/sealing.ts'
import { findOwnKey } from '#platform/signing/signing.ts'
import { maintenanceContract } from '../contract.ts'
import { maintenanceErrors } from '../domain/errors.ts'
import type { MaintenancePorts } from './ports.ts'
import { loadRecipient } from './recipients.ts'
import { recipients } from './tables.ts'

const signerId = ({ dataFolder }: MaintenancePorts): string | null => findOwnKey(dataFolder)?.keyId ?? null

export const getRecipient = (ports: MaintenancePorts) =>
  implement(maintenanceContract.getRecipient, async ({ tx, actor }) => ({
    recipient: await loadRecipient(tx, actor.divisionCode),
    signerId: signerId(ports),
  }))

/** Only the public half comes here; backups written before stay sealed to the former one. */
export const saveRecipient = (ports: MaintenancePorts) =>
  implementForm(
    maintenanceContract.saveRecipient,
    async ({ tx, actor }) => ({ ...(await loadRecipient(tx, actor.divisionCode)) }),
    async ({ input, tx, actor, now, about }) => {
      if (!isRecipient(input.recipient)) throw maintenanceErrors.wrongRecipient({})
      const before = await loadRecipient(tx, actor.divisionCode)
      const after = { recipient: input.recipient, setAt: now, setByName: actor.name }
      const row = { divisionCode: actor.divisionCode, ...after }
      await tx.insert(recipients).values(row).onConflictDoUpdate({ target: recipients.divisionCode, set: after })
      about('备份密钥', { before: before?.recipient ?? null, after: after.recipient, reason: input.reason })
      return { recipient: after, signerId: signerId(ports) }
    },
  )
