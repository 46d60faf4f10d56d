import { parseHead } from '#platform/audit/head.ts'
import { compareStoredHead } from '#platform/audit/stored-chain.ts'
import { implement } from '#platform/operation/implement.ts'
import { auditingContract } from '../contract.ts'
import { auditingErrors } from '../domain/errors.ts'

/** Holds a head from a paper, a backup or a file against the database; it only looks, so it leaves no trace. */
export const compareHead = implement(auditingContract.compareHead, async ({ input, tx, actor }) => {
  const stated = parseHead(input.head)
  if (!stated) throw auditingErrors.notAHead({})
  return { sequence: stated.sequence, comparison: await compareStoredHead(tx, actor.divisionCode, stated) }
})
