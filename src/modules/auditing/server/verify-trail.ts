import { formatHead } from '#platform/audit/head.ts'
import { readKeptHeads } from '#platform/audit/kept-heads.ts'
import { verifyStoredChain } from '#platform/audit/stored-chain.ts'
import { implement } from '#platform/operation/implement.ts'
import { auditingContract } from '../contract.ts'
import type { AuditingPorts } from './ports.ts'

export const verifyTrail = ({ dataFolder }: AuditingPorts) =>
  implement(auditingContract.verifyTrail, async ({ tx, actor, now, about }) => {
    const verdict = await verifyStoredChain(tx, actor.divisionCode, await readKeptHeads(dataFolder))
    const { entries, lastHash, fault } = verdict
    about('审计记录', { entries, fault })
    return { ...verdict, head: lastHash && formatHead({ sequence: entries, hash: lastHash }), checkedAt: now }
  })
