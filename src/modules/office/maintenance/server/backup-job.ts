import { join } from 'node:path'
import { z } from 'zod'
import { notify } from '#modules/office/notices/server/index.ts'
import { removeLeftovers } from '#platform/files/remove-leftovers.ts'
import { defineJob } from '#platform/jobs/define-job.ts'
import { BackupKind } from '../domain/backup.ts'
import { backupFolder, removeSuperfluous } from './backup-folder.ts'
import { keepBackup } from './keep-backup.ts'
import type { MaintenancePorts } from './ports.ts'
import { loadRetention } from './retention.ts'

const Payload = z.object({ kind: BackupKind, by: z.string() })

/** Key of the waiting job a person asked for: asking twice is asking once. */
export const backupKey = 'maintenance.makeBackup'

/** Writes a backup and clears away old ones; when it fails the system administrators are told, and the next day tries again. */
export const backupJob = (ports: MaintenancePorts) =>
  defineJob(
    { name: 'maintenance.makeBackup', formerly: ['keeping.makeBackup'], title: '备份', ofHouse: true },
    Payload,
    async ({ payload, db, actor, now, finish }) => {
      const backup = await keepBackup(db, ports, { ...payload, now })
      await removeSuperfluous(ports.dataFolder, await loadRetention(db, actor.divisionCode))
      await removeLeftovers(backupFolder(ports.dataFolder), /\.(unfinished|new)$/, now)
      await removeLeftovers(join(ports.dataFolder, 'files'), /^[\da-f]{64}\./, now)
      await finish(async (call) => {
        if (backup.failure === null && backup.damaged === 0) return
        await notify(call, {
          to: { roles: ['administrator'] },
          kind: 'system',
          title: backup.failure === null ? '备份中有损坏的文件' : '备份失败',
          text: backup.failure ?? `${backup.damaged} 个文件在备份之前已经损坏，请在“体检”页查看。`,
          link: '/backups',
          key: `backup:${backup.name}`,
        })
      })
    },
  )
