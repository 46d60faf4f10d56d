import { formatHead } from '#platform/audit/head.ts'
import { readKeptHeads } from '#platform/audit/kept-heads.ts'
import { verifyStoredChain } from '#platform/audit/stored-chain.ts'
import { implement } from '#platform/operation/implement.ts'
import { auditingContract } from '../contract.ts'
import type { AuditingPorts } from './ports.ts'

export const verifyTrail = ({ dataFolder }: AuditingPorts) =>
  implement(auditingContract.verifyTrail, async ({ tx, actor, now, about }) => {
    const kept = (await readKeptHeads(dataFolder)).filter(({ divisionCode }) => divisionCode === actor.divisionCode)
    const verdict = await verifyStoredChain(tx, actor.divisionCode, kept)
    const { entries, lastHash, fault } = verdict
    about('审计记录', { entries, fault })
    const head = lastHash && formatHead({ sequence: entries, hash: lastHash })
    return { ...verdict, head, kept: kept.length, checkedAt: now }
  })
