/** An agency as a task names it; the id is null while the name is not in the register. */
export interface NamedAgency {
  agencyId: string | null
  name: string
}

/** The same for all names of one agency. */
export const agencyKey = ({ agencyId, name }: NamedAgency): string => agencyId ?? name

/** Every agency once, by the name it bears first. */
export function listAgenciesNamed(all: readonly NamedAgency[]): readonly NamedAgency[] {
  const known = new Map<string, NamedAgency>()
  for (const agency of all) if (!known.has(agencyKey(agency))) known.set(agencyKey(agency), agency)
  return [...known.values()]
}

/** The agencies meant by some names, as they stand in an address: all their spellings count. */
export function keysOfNames(names: readonly string[], all: readonly NamedAgency[]): ReadonlySet<string> {
  return new Set([...names, ...all.filter(({ name }) => names.includes(name)).map(agencyKey)])
}
