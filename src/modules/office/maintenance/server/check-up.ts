import { join } from 'node:path'
import type { Db } from '#platform/database/tx.ts'
import { reasonOf } from '#platform/fault/describe-fault.ts'
import { implementPrepared } from '#platform/operation/implement.ts'
import { projectFolder } from '#platform/project-folder.ts'
import { maintenanceContract } from '../contract.ts'
import type { Check } from '../domain/check.ts'
import { checkChain, checkClock, checkJobs, checkMigrations, checkServer } from './database-checks.ts'
import { checkBackups, checkDisk, checkFiles, checkFolder, checkQuota, checkSigning } from './disk-checks.ts'
import type { MaintenancePorts } from './ports.ts'

interface Asked {
  dataFolder: string
  now: Date
  /** Reads the content of every file instead of a sample. */
  all: boolean
  /** What the files of one county may weigh, bytes. */
  countyBytes: number
}

/** Looks at the machine: what stands without the database. */
export const checkMachine = ({ dataFolder, now }: Pick<Asked, 'dataFolder' | 'now'>): Promise<Check[]> =>
  each([
    ['folder', '数据文件夹', () => checkFolder(dataFolder)],
    ['disk', '磁盘空间', () => checkDisk(dataFolder)],
    ['backup', '备份', () => checkBackups(dataFolder, now)],
    ['signing', '签名密钥', () => checkSigning(dataFolder)],
  ])

/** Looks at the database and what it refers to. */
export const checkDatabase = (db: Db, { dataFolder, now, all, countyBytes }: Asked): Promise<Check[]> =>
  each([
    ['database', '数据库', () => checkServer(db)],
    ['migrations', '数据库结构', () => checkMigrations(db, join(projectFolder(), 'migrations'))],
    ['clock', '系统时间', () => checkClock(db, now)],
    ['chain', '审计记录', () => checkChain(db, dataFolder)],
    ['files', '文件', () => checkFiles(db, dataFolder, all)],
    ['quota', '文件额度', () => checkQuota(db, countyBytes)],
    ['jobs', '后台工作', () => checkJobs(db)],
  ])

type Look = [code: string, title: string, look: () => Promise<Check>]

/** One after another; a look that cannot be taken is a finding, not the end of the check-up. */
async function each(looks: readonly Look[]): Promise<Check[]> {
  const checks: Check[] = []
  for (const [code, title, look] of looks) {
    checks.push(
      await look().catch((error: unknown): Check => {
        return { code, title, level: 'bad', sentence: `没有查成：${reasonOf(error)}` }
      }),
    )
  }
  return checks
}

export const checkUp = ({ dataFolder, db, countyBytes }: MaintenancePorts & { db: Db; countyBytes: number }) =>
  implementPrepared(
    maintenanceContract.checkUp,
    // Walks the whole trail and many files: no transaction stays open for that long.
    async ({ now }) => {
      const machine = await checkMachine({ dataFolder, now })
      return [...machine, ...(await checkDatabase(db, { dataFolder, now, all: false, countyBytes }))]
    },
    async ({ prepared: checks, now }) => ({ checks, checkedAt: now }),
  )
