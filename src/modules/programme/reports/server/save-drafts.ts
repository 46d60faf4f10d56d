import { and, eq, sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/tx.ts'
import { implement } from '#platform/operation/implement.ts'
import { reportContract } from '../contract.ts'
import { isSameAnswer } from '../domain/draft.ts'
import { reportErrors } from '../domain/errors.ts'
import type { Draft } from '../domain/report.ts'
import { drafts } from './tables.ts'

const keyOf = ({ taskId, cycle }: Pick<Draft, 'taskId' | 'cycle'>): string => `${taskId}/${cycle}`

/**
 * Keeps what a person has begun to answer; it concerns nobody else until it is handed in. Each is kept as of the draft it
 * continues: what the same person has saved meanwhile on another device is not written over.
 */
export const saveDrafts = implement(reportContract.saveDrafts, async ({ input, tx, actor, now, about }) => {
  const { divisionCode, userId, agencyId } = actor
  if (agencyId === null) throw reportErrors.noAgency({})
  const kept = new Map<string, { savedAt: Date; isKept: boolean }>()
  // In one order, so that two devices do not wait for each other.
  for (const { asOf, ...one } of [...input.drafts].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1)))
    kept.set(keyOf(one), await keep(tx, { divisionCode, userId, agencyId, ...one, savedAt: now }, asOf))
  about(`报送草稿 ${input.drafts.length} 项`)
  return { savedAt: now, drafts: input.drafts.flatMap((one) => kept.get(keyOf(one)) ?? []) }
})

async function keep(tx: Tx, row: Draft, asOf: Date | null): Promise<{ savedAt: Date; isKept: boolean }> {
  const target = [drafts.divisionCode, drafts.userId, drafts.taskId, drafts.agencyId, drafts.cycle]
  const setWhere = asOf === null ? sql`false` : eq(drafts.savedAt, asOf)
  const [written] = await tx.insert(drafts).values(row).onConflictDoUpdate({ target, set: row, setWhere }).returning()
  if (written) return { savedAt: row.savedAt, isKept: true }
  const same = and(
    eq(drafts.divisionCode, row.divisionCode),
    eq(drafts.userId, row.userId),
    eq(drafts.taskId, row.taskId),
    eq(drafts.agencyId, row.agencyId),
    eq(drafts.cycle, row.cycle),
  )
  const [present] = await tx.select().from(drafts).where(same)
  return { savedAt: present?.savedAt ?? row.savedAt, isKept: !!present && isSameAnswer(present.answer, row.answer) }
}
