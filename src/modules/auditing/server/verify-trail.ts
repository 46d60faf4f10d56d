import { verifyStoredChain } from '#platform/audit/stored-chain.ts'
import { implement } from '#platform/operation/implement.ts'
import { auditingContract } from '../contract.ts'

export const verifyTrail = implement(auditingContract.verifyTrail, async ({ tx, actor, now, about }) => {
  const verdict = await verifyStoredChain(tx, actor.divisionCode)
  about('审计记录', { entries: verdict.entries, fault: verdict.fault })
  return { ...verdict, checkedAt: now }
})
