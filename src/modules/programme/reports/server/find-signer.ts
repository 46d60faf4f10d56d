import { and, eq, inArray, isNull, ne } from 'drizzle-orm'
import { users } from '#modules/office/accounts/server/index.ts'
import type { Tx } from '#platform/database/tx.ts'
import type { Viewer } from './view-report.ts'

/** Who signs what this person reports, in words: the agency's own reviewer or head, else the office. */
export async function findSigner(tx: Tx, { actor }: Viewer): Promise<string> {
  if (actor.agencyId === null) return '专班办公室'
  const colleagues = and(
    eq(users.divisionCode, actor.divisionCode),
    eq(users.agencyId, actor.agencyId),
    inArray(users.role, ['reviewer', 'agencyHead']),
    isNull(users.disabledReason),
    ne(users.id, actor.userId),
  )
  const found = await tx.select({ name: users.name }).from(users).where(colleagues)
  return found.length === 0 ? '专班办公室' : `${found.map(({ name }) => name).join('、')}或专班办公室`
}
