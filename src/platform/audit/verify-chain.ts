import type { AuditEntry, ChainFault } from './chain.ts'
import { checkLink } from './chain.ts'
import { isSameHead, type StatedHead } from './head.ts'
import { isHeadLost } from './head-lost.ts'

export interface ChainVerdict {
  entries: number
  lastHash: string | null
  fault: ChainFault | null
  /** Numbers of the entries that say a head had been taken away. */
  headsLost: number[]
}

/** What the chain is held against, each from another place. */
export interface Ends {
  /** Where the database says it ends; null when it says nothing. Left out where there is no such word, as in a file. */
  head?: StatedHead | null
  /** Heads that were let out earlier and lie outside the database. */
  kept?: readonly StatedHead[]
}

/**
 * Walks one division's chain from its first entry and stops at the first fault. A chain cut off at its tail is found by the
 * head of the database; one rewritten as a whole, cut together with its head or deleted, by the heads kept elsewhere.
 */
export async function verifyChain(
  chain: AsyncIterable<AuditEntry> | Iterable<AuditEntry>,
  { head, kept = [] }: Ends = {},
): Promise<ChainVerdict> {
  let previous: AuditEntry | undefined
  const headsLost: number[] = []
  const verdict = (fault: ChainFault | null): ChainVerdict => {
    return { entries: previous?.sequence ?? 0, lastHash: previous?.hash ?? null, fault, headsLost }
  }
  const keptBySequence = new Map<number, StatedHead[]>()
  for (const one of kept) keptBySequence.set(one.sequence, [...(keptBySequence.get(one.sequence) ?? []), one])
  for await (const entry of chain) {
    const fault = checkLink(entry, previous) ?? checkKept(entry, keptBySequence.get(entry.sequence) ?? [])
    if (fault) return verdict(fault)
    if (isHeadLost(entry)) headsLost.push(entry.sequence)
    previous = entry
  }
  return verdict(checkEnd(previous, { head, kept }))
}

function checkKept({ sequence, hash }: AuditEntry, kept: readonly StatedHead[]): ChainFault | undefined {
  if (kept.every((one) => isSameHead(one, hash))) return undefined
  const message = `第 ${sequence} 条与库外留存的链头不一致：这一条或之前的记录被改写，整条链重新算过。`
  return { sequence, reason: 'rewritten', message }
}

/** @param last the last entry there is */
function checkEnd(last: AuditEntry | undefined, { head, kept = [] }: Ends): ChainFault | null {
  const count = last?.sequence ?? 0
  const missing = (message: string): ChainFault => ({ sequence: count + 1, reason: 'missing', message })
  const known = Math.max(0, ...kept.map(({ sequence }) => sequence))
  if (known > count)
    return missing(
      `库外留存的链头记到第 ${known} 条，库中只有 ${count} 条：末尾有记录被删除，或整条链被清空后重新开始。`,
    )
  if (head === null && last)
    return missing(`数据库中没有记录第 ${count} 条是末条的链头：链头被删除，末尾可能也被删除。`)
  if (head && (head.sequence !== count || (last && head.hash !== last.hash)))
    return missing(
      head.sequence > count
        ? `记录应有 ${head.sequence} 条，只找到 ${count} 条：末尾有记录被删除。`
        : `链头停在第 ${head.sequence} 条，实际有 ${count} 条：链头被改动。`,
    )
  return null
}
