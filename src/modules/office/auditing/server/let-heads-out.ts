import { createWriteStream, existsSync } from 'node:fs'
import { mkdir, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { z } from 'zod'
import { notify } from '#modules/office/notices/server/index.ts'
import { formatHead, type Head } from '#platform/audit/head.ts'
import { keepHeads, readKeptHeads } from '#platform/audit/kept-heads.ts'
import {
  compareStoredHead,
  listDivisionsWithTrail,
  listHeads,
  listStoredChain,
  verifyStoredChain,
} from '#platform/audit/stored-chain.ts'
import { trailLines } from '#platform/audit/trail-file.ts'
import type { Db } from '#platform/database/tx.ts'
import { defineJob } from '#platform/jobs/define-job.ts'
import { auditingErrors } from '../domain/errors.ts'
import type { AuditingPorts } from './ports.ts'

const Nothing = z.object({})

/**
 * Keeps the heads of all chains beside the database and holds those kept before against it; where they differ the audit
 * administrators are told, once for each fault.
 */
export const keepHeadsJob = ({ dataFolder }: AuditingPorts) =>
  defineJob(
    { name: 'auditing.keepHeads', title: '留存审计链头', ofHouse: true },
    Nothing,
    async ({ db, now, finish }) => {
      const fault = await findFault(db, dataFolder)
      await keepHeads(dataFolder, await listHeads(db), now)
      await finish(async (call) => {
        if (!fault) return
        await notify(call, {
          to: { roles: ['auditAdministrator', 'auditor'] },
          kind: 'system',
          title: '审计记录与留存的链头不符',
          text: auditingErrors.altered(fault).message,
          link: '/audit',
          key: `audit:${fault.divisionCode}:${fault.sequence}`,
        })
      })
    },
  )

/** Walks a chain only where a kept head is not where it was: the hourly look costs one row for each head. */
async function findFault(db: Db, dataFolder: string) {
  const kept = await readKeptHeads(dataFolder)
  for (const divisionCode of await listDivisionsWithTrail(db, kept)) {
    if (
      await agrees(
        db,
        kept.filter((one) => one.divisionCode === divisionCode),
      )
    )
      continue
    const { fault } = await verifyStoredChain(db, divisionCode, kept)
    if (fault) return { divisionCode, ...fault }
  }
  return undefined
}

/** The youngest say most: whoever rewrites the past changes all that follow it. */
async function agrees(db: Db, kept: readonly Head[]): Promise<boolean> {
  for (const head of kept.slice(-20))
    if ((await compareStoredHead(db, head.divisionCode, head)) !== 'same') return false
  return true
}

/** Writes each day's heads, and once a month the whole trails, to the folder that was named; nothing where none was. */
export const exportHeadsJob = ({ auditFolder }: AuditingPorts) =>
  defineJob(
    { name: 'auditing.exportHeads', title: '向外写审计链头', ofHouse: true },
    Nothing,
    async ({ db, now, today }) => {
      if (auditFolder === undefined) return
      try {
        await mkdir(auditFolder, { recursive: true })
        const heads = await listHeads(db)
        const lines = heads.map((head) => `${head.divisionCode} ${formatHead(head)}\n`)
        await put(join(auditFolder, `审计链头-${today}.txt`), [`${now.toISOString()}\n`, ...lines])
        for (const { divisionCode } of heads) {
          const file = join(auditFolder, `审计记录-${divisionCode}-${today.slice(0, 7)}.jsonl`)
          if (!existsSync(file)) await put(file, trailLines(listStoredChain(db, divisionCode), { divisionCode, now }))
        }
      } catch (error) {
        const code = error instanceof Error && 'code' in error ? String(error.code) : ''
        const reason = reasons[code]
        throw reason === undefined ? error : auditingErrors.notWritable({ folder: auditFolder, reason })
      }
    },
  )

const reasons: Record<string, string> = {
  ENOSPC: '磁盘已满',
  EACCES: '没有写的权限',
  EPERM: '没有写的权限',
  EROFS: '磁盘是只读的',
  ENOENT: '文件夹不存在',
  ENOTDIR: '不是文件夹',
  EEXIST: '不是文件夹',
}

/** Under its name only when it is whole. */
async function put(file: string, lines: Iterable<string> | AsyncIterable<string>): Promise<void> {
  const unfinished = `${file}.unfinished`
  await pipeline(Readable.from(lines), createWriteStream(unfinished, { mode: 0o600, flush: true }))
  await rename(unfinished, file)
}
