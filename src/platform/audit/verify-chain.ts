import type { AuditEntry, ChainFault } from './chain.ts'
import { checkLink } from './chain.ts'

export interface ChainVerdict {
  entries: number
  lastHash: string | null
  fault: ChainFault | null
}

/**
 * Walks one division's chain from its first entry and stops at the first fault.
 * @param head what the database believes to be the end; a chain cut off at its tail is found by it
 */
export async function verifyChain(
  chain: AsyncIterable<AuditEntry> | Iterable<AuditEntry>,
  head?: { sequence: number; hash: string },
): Promise<ChainVerdict> {
  let previous: AuditEntry | undefined
  let count = 0
  for await (const entry of chain) {
    const fault = checkLink(entry, previous)
    if (fault) return { entries: count, lastHash: previous?.hash ?? null, fault }
    previous = entry
    count++
  }
  const lastHash = previous?.hash ?? null
  if (head && (head.sequence !== count || (count > 0 && head.hash !== lastHash))) {
    const message = `记录应有 ${head.sequence} 条，只找到 ${count} 条：末尾有记录被删除。`
    return { entries: count, lastHash, fault: { sequence: count + 1, reason: 'missing', message } }
  }
  return { entries: count, lastHash, fault: null }
}
