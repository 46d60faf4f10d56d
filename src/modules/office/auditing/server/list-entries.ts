import { and, count, desc, eq, ilike, lt, or } from 'drizzle-orm'
import { Role, roleTitles } from '#kernel/actor.ts'
import { entries } from '#platform/audit/tables.ts'
import { implement } from '#platform/operation/implement.ts'
import { auditingContract } from '../contract.ts'

const pageLength = 100

export const listEntries = implement(auditingContract.listEntries, async ({ input, tx, actor }) => {
  const like = input.text ? `%${input.text.replaceAll(/[\\%_]/g, '\\$&')}%` : undefined
  const asked = and(
    eq(entries.divisionCode, actor.divisionCode),
    input.outcome ? eq(entries.outcome, input.outcome) : undefined,
    like ? or(ilike(entries.actorName, like), ilike(entries.title, like), ilike(entries.subject, like)) : undefined,
  )
  const older = input.before ? lt(entries.sequence, input.before) : undefined
  const rows = await tx
    .select()
    .from(entries)
    .where(and(asked, older))
    .orderBy(desc(entries.sequence))
    .limit(pageLength + 1)
  const [counted] = await tx.select({ total: count() }).from(entries).where(asked)
  return {
    entries: rows.slice(0, pageLength).map((row) => ({ ...row, at: new Date(row.at), roleTitle: titleOf(row.role) })),
    more: rows.length > pageLength,
    total: counted?.total ?? 0,
  }
})

function titleOf(role: string): string {
  if (role === 'system') return '后台任务'
  const known = Role.safeParse(role)
  return known.success ? roleTitles[known.data] : '未登录'
}
