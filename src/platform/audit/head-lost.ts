import type { AuditFact } from './chain.ts'
import { formatHead, type Head } from './head.ts'

const operation = 'audit.headLost'

/** The entry with which a chain goes on whose head was taken away or set back; the chain itself keeps the memory of it. */
export const headLost = (from: Head, at: string): Omit<AuditFact, 'sequence'> => ({
  divisionCode: from.divisionCode,
  at,
  actorId: '',
  actorName: '系统',
  role: 'system',
  operation,
  title: '审计链头丢失',
  outcome: 'failed',
  subject: `数据库中的链头被删除或调回，自第 ${from.sequence} 条续接`,
  detail: JSON.stringify({ continuedFrom: formatHead(from) }),
  party: '',
})

export const isHeadLost = (fact: Pick<AuditFact, 'operation'>): boolean => fact.operation === operation
