import { z } from 'zod'
import { contract } from '#kernel/contract.ts'
import { Moment } from '#kernel/moment.ts'

/** The audit administrator keeps the trail; the auditor, who inspects the business, reads and takes along the same proof. */
const auditor = ['auditAdministrator', 'auditor'] as const

export const EntryView = z.object({
  sequence: z.int(),
  at: Moment,
  actorName: z.string(),
  roleTitle: z.string(),
  operation: z.string(),
  title: z.string(),
  outcome: z.enum(['done', 'refused', 'failed']),
  subject: z.string(),
  detail: z.string(),
  hash: z.string(),
})
export type EntryView = z.infer<typeof EntryView>

export const VerdictView = z.object({
  entries: z.int(),
  lastHash: z.string().nullable(),
  fault: z.object({ sequence: z.int(), reason: z.string(), message: z.string() }).nullable(),
  /** The end as papers carry it; null before the first entry. */
  head: z.string().nullable(),
  /** Heads kept outside the database that it was held against. */
  kept: z.int(),
  /** Entries that say the head had been taken away. */
  headsLost: z.array(z.int()),
  checkedAt: Moment,
})
export type VerdictView = z.infer<typeof VerdictView>

export const HeadView = z.object({ sequence: z.int(), comparison: z.enum(['same', 'absent', 'rewritten']) })
export type HeadView = z.infer<typeof HeadView>

const page = z.object({
  /** Entries before this number; without it, the newest. */
  before: z.coerce.number().int().min(1).optional(),
  /** Looked for in person, operation and subject. */
  text: z.string().trim().max(60).optional(),
  outcome: z.enum(['done', 'refused', 'failed']).optional(),
})

export const auditingContract = contract('auditing', {
  listEntries: {
    path: 'GET /audit/entries',
    title: '查看审计记录',
    by: auditor,
    input: page,
    output: z.object({ entries: z.array(EntryView), more: z.boolean(), total: z.int() }),
  },
  verifyTrail: {
    path: 'POST /audit/verify',
    title: '校验审计记录',
    by: auditor,
    input: z.object({}),
    output: VerdictView,
  },
  compareHead: {
    path: 'GET /audit/head',
    title: '比对审计链头',
    by: auditor,
    input: z.object({ head: z.string().trim().min(1).max(120) }),
    output: HeadView,
  },
  exportTrail: {
    path: 'GET /audit/export',
    title: '导出审计记录',
    by: auditor,
    download: true,
    input: z.object({}),
    output: z.unknown(),
  },
})
