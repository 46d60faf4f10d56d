import type { AgencyMention } from '../../compiled-plan.ts'
import { type ReadingText, spanOf } from '../text/reading-text.ts'
import type { FoundClause, Mention } from './parse-clause.ts'

/**
 * Settles who leads within one group of clauses (a bracket, or consecutive role lines).
 * 牵头 leads; beside a lead, 责任/负责 takes part; beside 配合 alone it leads; 责任单位 alone takes part; one agency
 * alone that 负责 leads; several that 负责 share the task without a lead, unless the document says the first one leads.
 */
export function settleRoles(mentions: readonly Mention[], firstIsLead: boolean): ('lead' | 'participant')[] {
  const hasLead = mentions.some((mention) => mention.role === 'lead')
  const hasSupport = mentions.some((mention) => mention.role === 'support')
  return mentions.map((mention, i) => {
    if (mention.role === 'lead') return 'lead'
    if (mention.role === 'support' || hasLead) return 'participant'
    if (firstIsLead) return i === 0 ? 'lead' : 'participant'
    if (hasSupport) return 'lead'
    return mentions.length === 1 && !mention.labelled && !mention.jointly ? 'lead' : 'participant'
  })
}

export function mentionOf(
  reading: ReadingText,
  { start, end }: { start: number; end: number },
  role: AgencyMention['role'],
): AgencyMention {
  return { name: reading.written.slice(start, end).replace(/\s+/g, ''), role, span: spanOf(reading, start, end) }
}

/** Lines may be numbered: （2）牵头单位：……（3）配合单位：……. */
const NUMBER_BETWEEN = 6

/** Consecutive role lines speak together; every bracket speaks for itself. */
export function groupClauses(clauses: readonly FoundClause[]): FoundClause[][] {
  const groups: FoundClause[][] = []
  for (const clause of clauses) {
    const last = groups[groups.length - 1]
    if (
      last &&
      !clause.bracketed &&
      !last[0]?.bracketed &&
      clause.outerStart - (last[last.length - 1]?.outerEnd ?? 0) < NUMBER_BETWEEN
    )
      last.push(clause)
    else groups.push([clause])
  }
  return groups
}

/** The agencies named by these clauses, in the order written. */
export function agenciesOf(
  reading: ReadingText,
  clauses: readonly FoundClause[],
  firstIsLead: boolean,
): AgencyMention[] {
  return groupClauses(clauses).flatMap((group) => {
    const mentions = group.flatMap((clause) => clause.mentions)
    const roles = settleRoles(mentions, firstIsLead)
    return mentions.map((mention, i) => mentionOf(reading, mention, roles[i] ?? 'participant'))
  })
}
