import { eq } from 'drizzle-orm'
import type { Tx } from '#platform/database/tx.ts'
import { implement, implementForm } from '#platform/operation/implement.ts'
import { accountContract } from '../contract.ts'
import { AccountRules, firstRules } from '../domain/account-rules.ts'
import { accountRules } from './tables.ts'

/** What the county asks of passwords and sessions. */
export async function loadRules(tx: Tx, divisionCode: string): Promise<AccountRules> {
  const [found] = await tx.select().from(accountRules).where(eq(accountRules.divisionCode, divisionCode))
  return rulesOf(found ?? null)
}

/** What a county that has decided nothing follows. */
export const rulesOf = (row: typeof accountRules.$inferSelect | null): AccountRules =>
  row ? AccountRules.parse(row) : firstRules

export const getRules = () => implement(accountContract.getRules, ({ tx, actor }) => loadRules(tx, actor.divisionCode))

export const saveRules = () =>
  implementForm(
    accountContract.saveRules,
    ({ tx, actor }) => loadRules(tx, actor.divisionCode),
    async ({ input, tx, actor, about }) => {
      const { reason, ...after } = input
      const { divisionCode } = actor
      const before = await loadRules(tx, divisionCode)
      const row = { divisionCode, ...after }
      await tx.insert(accountRules).values(row).onConflictDoUpdate({ target: accountRules.divisionCode, set: after })
      about('登录规则', { before, after, reason })
      return after
    },
  )
