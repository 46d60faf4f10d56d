import type { Addressed, Standing } from '#modules/office/organisations/contract.ts'
import type { OrderLevel } from './order.ts'
import { stepFor } from './paper-form.ts'

/** One paper of several that go out in a case on one day. */
export interface Letter {
  standing: Standing
  kind: OrderLevel
  /** Who it is addressed to, by name. */
  to: string[]
  /** Copies, and whose help is asked for in it. */
  assists: string[]
  /** Whom the addressed assist; null for those who answer themselves. */
  assistsTo: string | null
}

interface Parties {
  host: readonly Addressed[]
  assists: readonly Addressed[]
  kind: OrderLevel
  /** Whether something went out in the case before. */
  isFurther: boolean
}

/**
 * The letters of one step, that to the host first. Who stands otherwise is no addressee and no copy of another's order but gets a
 * letter in the form due to him; a 请示 names one superior alone (党政机关公文处理工作条例 第十五条).
 */
export function lettersFor({ host, assists, kind, isFurther }: Parties): Letter[] {
  const [first, ...others] = host
  if (!first) return []
  const main: Letter = {
    standing: first.standing,
    kind,
    to: first.names,
    assists: first.standing === 'above' ? [] : namesOf(assists.filter(({ standing }) => standing === first.standing)),
    assistsTo: null,
  }
  if (kind === 'circular' || kind === 'interview') return [main]
  const further = (parts: readonly Addressed[], assistsTo: string | null): Letter[] =>
    alike(parts).map(({ standing, names }) => ({
      standing,
      kind: standing === 'below' ? (assistsTo === null ? kind : 'prompt') : stepFor(kind, standing, isFurther),
      to: names,
      assists: [],
      assistsTo,
    }))
  const apart = assists.filter(({ standing }) => standing !== first.standing || standing === 'above')
  return [main, ...further(others, null), ...further(apart, namesOf([first]).join('、'))]
}

const namesOf = (parts: readonly Addressed[]): string[] => [...new Set(parts.flatMap(({ names }) => names))]

/** Those who stand alike share a letter, superiors none. */
function alike(parts: readonly Addressed[]): { standing: Standing; names: string[] }[] {
  const shared = (['below', 'beside'] as const).flatMap((standing) => {
    const names = namesOf(parts.filter((part) => part.standing === standing))
    return names.length > 0 ? [{ standing, names }] : []
  })
  const above = namesOf(parts.filter(({ standing }) => standing === 'above'))
  return [...shared, ...above.map((name) => ({ standing: 'above' as const, names: [name] }))]
}
