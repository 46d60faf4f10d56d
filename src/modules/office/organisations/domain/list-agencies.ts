import { matchesText } from '#kernel/search.ts'
import type { Agency, AgencyKind } from './agency.ts'

type Listed = Pick<Agency, 'name' | 'shortName' | 'aliases' | 'formerNames' | 'creditCode' | 'initials' | 'kind'>

/** The agencies of some kinds that bear what was typed in any of their names, in pinyin initials or in their credit code. */
export function listAgenciesMatching<A extends Listed>(
  agencies: readonly A[],
  { text, kinds }: { text: string; kinds: readonly string[] },
): readonly A[] {
  return agencies.filter(
    (agency) =>
      (kinds.length === 0 || kinds.includes(agency.kind)) &&
      matchesText(text, { words: namesOf(agency), initials: agency.initials }),
  )
}

const namesOf = ({ name, shortName, aliases, formerNames, creditCode }: Listed): string[] => [
  name,
  shortName ?? '',
  creditCode ?? '',
  ...[...aliases, ...formerNames].map((other) => other.name),
]

/** How many agencies of each kind there are, in the order of the kinds; kinds without any are left out. */
export function countKinds(agencies: readonly { kind: AgencyKind }[], kinds: readonly AgencyKind[]) {
  return kinds
    .map((kind) => ({ kind, count: agencies.filter((agency) => agency.kind === kind).length }))
    .filter(({ count }) => count > 0)
}
