import { createHash } from 'node:crypto'

/** What happened, who did it, to what. Order of the fields is part of the hash: never reorder, only append. */
export interface AuditFact {
  divisionCode: string
  sequence: number
  at: string
  actorId: string
  actorName: string
  role: string
  operation: string
  title: string
  outcome: 'done' | 'refused' | 'failed'
  subject: string
  /** What was asked, without secrets and file contents, as JSON. */
  detail: string
  /** For whom they acted, `agency:018f…`; empty for the county. Null in entries of before it was written down. */
  party: string | null
}

export interface AuditEntry extends AuditFact {
  previousHash: string
  hash: string
}

export const genesisHash = '0'.repeat(64)

/** SM3 (GB/T 32905-2016) over the previous hash and the entry's fields, each preceded by its length. */
export function hashEntry(fact: AuditFact, previousHash: string): string {
  const fields = [
    fact.divisionCode, String(fact.sequence), fact.at, fact.actorId, fact.actorName, fact.role,
    fact.operation, fact.title, fact.outcome, fact.subject, fact.detail,
    // An entry without it is hashed as it was then; taking it from one that has it changes the hash.
    ...(fact.party === null ? [] : [fact.party]),
  ] // biome-ignore format: a list
  const hash = createHash('sm3').update(previousHash)
  for (const field of fields) hash.update(`\n${Buffer.byteLength(field)}:`).update(field)
  return hash.digest('hex')
}

export interface ChainFault {
  sequence: number
  reason: 'altered' | 'missing' | 'reordered' | 'rewritten'
  message: string
}

/** Holds one entry against its predecessor; undefined when it is sound. */
export function checkLink(entry: AuditEntry, previous: AuditEntry | undefined): ChainFault | undefined {
  const expected = (previous?.sequence ?? 0) + 1
  if (entry.sequence !== expected) {
    const message = `此处应是第 ${expected} 条，实际是第 ${entry.sequence} 条：有记录被删除或插入。`
    return { sequence: expected, reason: 'missing', message }
  }
  const previousHash = previous?.hash ?? genesisHash
  if (entry.previousHash !== previousHash) {
    return {
      sequence: entry.sequence,
      reason: 'reordered',
      message: `第 ${entry.sequence} 条所记的上一条指纹与上一条不符。`,
    }
  }
  if (entry.hash !== hashEntry(entry, previousHash)) {
    return {
      sequence: entry.sequence,
      reason: 'altered',
      message: `第 ${entry.sequence} 条（${entry.at} ${entry.title}）的内容被改动过。`,
    }
  }
  return undefined
}
