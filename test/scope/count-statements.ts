import { Refusal } from '#kernel/errors.ts'
import { takingBack } from './fuzz-operations.ts'
import { askExample, type Implementation } from './make-records.ts'
import type { SampleHouse } from './sample-house.ts'

/** What was sent to the database since a house was opened. */
export interface Sent {
  count: number
  texts: Set<string>
}

/**
 * The most statements an operation sends to answer its example, those that begin and end a transaction too. Readings are
 * asked by one of every role, writings by two; what is written is taken back, so that the order makes no difference.
 */
export async function countStatements(
  house: SampleHouse,
  implementation: Implementation,
  { ids, sent }: { ids: Record<string, string>; sent: Sent },
): Promise<number> {
  const { operation } = implementation
  const system = { ...house.system, runtime: takingBack(house.system.runtime) }
  const actors = await house.actorsFor(operation)
  const counts: number[] = []
  for (const actor of operation.method === 'GET' ? actors : actors.slice(0, 2)) {
    const before = sent.count
    await askExample({ system }, implementation, { actor, ids }).catch((error: unknown) => {
      if (!(error instanceof Refusal)) throw error
    })
    counts.push(sent.count - before)
  }
  return Math.max(0, ...counts)
}
