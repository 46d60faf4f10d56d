import { and, count, desc, eq, ilike, lt, or } from 'drizzle-orm'
import { Role, roleTitles } from '#kernel/actor.ts'
import { getAgencyNames } from '#modules/office/organisations/server/index.ts'
import { entries } from '#platform/audit/tables.ts'
import type { Owner } from '#platform/database/same-row.ts'
import type { Tx } from '#platform/database/tx.ts'
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
  const shown = rows.slice(0, pageLength)
  const nameOf = await nameParties(tx, shown, actor)
  const [counted] = await tx.select({ total: count() }).from(entries).where(asked)
  return {
    entries: shown.map((row) => ({ ...row, at: new Date(row.at), roleTitle: titleOf(row.role, nameOf(row.party)) })),
    more: rows.length > pageLength,
    total: counted?.total ?? 0,
  }
})

const agencyIdOf = (party: string | null): string | undefined => /^agency:(.+)$/.exec(party ?? '')?.[1]

/** What those are called today for whom people acted; agencies alone have names here. */
async function nameParties(tx: Tx, rows: readonly { party: string | null }[], owner: Owner) {
  const names = await getAgencyNames(tx, [...new Set(rows.flatMap(({ party }) => agencyIdOf(party) ?? []))], owner)
  return (party: string | null) => names.get(agencyIdOf(party) ?? '') ?? null
}

function titleOf(role: string, partyName: string | null): string {
  if (role === 'system') return '后台任务'
  const known = Role.safeParse(role)
  if (!known.success) return '未登录'
  return partyName === null ? roleTitles[known.data] : `${partyName} · ${roleTitles[known.data]}`
}
