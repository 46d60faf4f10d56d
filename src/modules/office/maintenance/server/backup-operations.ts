import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { addJob } from '#platform/jobs/add-job.ts'
import type { Call, Job } from '#platform/operation/implement.ts'
import { implement, implementDownload, implementForm } from '#platform/operation/implement.ts'
import { type BackupsView, maintenanceContract } from '../contract.ts'
import { backupKindTitles } from '../domain/backup.ts'
import { maintenanceErrors } from '../domain/errors.ts'
import { backupFolder, listBackups as listInFolder } from './backup-folder.ts'
import { backupKey } from './backup-job.ts'
import type { MaintenancePorts } from './ports.ts'
import { loadRecipient } from './recipients.ts'
import { loadRetention } from './retention.ts'
import { retentions } from './tables.ts'

export const listBackups = (ports: MaintenancePorts) =>
  implement(maintenanceContract.listBackups, (call) => viewBackups(call, ports))

export const makeBackup = (ports: MaintenancePorts, job: Job) =>
  implement(maintenanceContract.makeBackup, async (call) => {
    const { tx, actor, about } = call
    if (await isUnderWay(call)) throw maintenanceErrors.backupUnderWay({})
    await addJob({ tx, actor }, job, { kind: 'manual', by: actor.name }, { key: backupKey })
    about('备份')
    return viewBackups(call, ports)
  })

export const getBackup = ({ dataFolder }: MaintenancePorts) =>
  implementDownload(maintenanceContract.getBackup, async ({ input, about }) => {
    const backup = (await listInFolder(dataFolder)).find(({ name, failure }) => name === input.name && failure === null)
    if (!backup) throw maintenanceErrors.backupNotFound({})
    about(`备份 ${backup.name}`, { sha256: backup.sha256 })
    return { name: backup.name, mediaType: 'application/zip', path: join(backupFolder(dataFolder), backup.name) }
  })

export const saveRetention = (ports: MaintenancePorts) =>
  implementForm(
    maintenanceContract.saveRetention,
    ({ tx, actor }) => loadRetention(tx, actor.divisionCode),
    async (call) => {
      const { tx, actor, about } = call
      const { reason, ...after } = call.input
      const { divisionCode } = actor
      const before = await loadRetention(tx, divisionCode)
      const row = { divisionCode, ...after }
      await tx.insert(retentions).values(row).onConflictDoUpdate({ target: retentions.divisionCode, set: after })
      about('备份保留规则', { before, after, reason })
      return viewBackups(call, ports)
    },
  )

type Asking = Pick<Call<unknown>, 'tx' | 'actor'>

async function viewBackups(call: Asking, { dataFolder }: MaintenancePorts): Promise<BackupsView> {
  const backups = await listInFolder(dataFolder)
  return {
    backups: backups.map((backup) => ({ ...backup, kindTitle: backupKindTitles[backup.kind] })),
    retention: await loadRetention(call.tx, call.actor.divisionCode),
    folder: backupFolder(dataFolder),
    isUnderWay: await isUnderWay(call),
    recipient: await loadRecipient(call.tx, call.actor.divisionCode),
  }
}

async function isUnderWay({ tx }: Asking): Promise<boolean> {
  const { rowCount } = await tx.execute(sql`select from graphile_worker.jobs where key = ${backupKey}`)
  return (rowCount ?? 0) > 0
}
