import type { Agency } from './agency.ts'
import { type AgencyCore, agencyCore, type Place, placeOf, plainName } from './agency-core.ts'
import { deptCodesOf } from './department-lookup.ts'

/** A name an agency bears, how it bears it, and the days it does. */
export interface BorneName {
  agencyId: string
  how: 'exact' | 'alias' | 'former'
  from: string | null
  to: string | null
}

export interface NamedPlace {
  agencyId: string
  divisionCodes: readonly string[] | null
}

/** The agencies of a county and of those above it, indexed once for many names. */
export interface AgencyRegister {
  /** The division whose plans are read: a name without place is looked for here first. */
  home: string
  byId: ReadonlyMap<string, Agency>
  places: readonly Place[]
  names: ReadonlyMap<string, readonly BorneName[]>
  /** Names without place and level → agencies, with the place the name bears: 市人民银行 may be kept in a county's register. */
  cores: ReadonlyMap<string, readonly NamedPlace[]>
  /** Codes of departments.data.ts → agencies; a merged bureau stands under each of its codes. */
  depts: ReadonlyMap<string, readonly NamedPlace[]>
}

/**
 * @param agencies all that may be named: the county's own and those of the prefecture and province above
 * @param divisions the county first, then those above it (their names are what stands before 科技局)
 */
export function buildRegister(agencies: readonly Agency[], divisions: readonly [Named, ...Named[]]): AgencyRegister {
  const places = divisions.map(placeOf)
  const names = new Map<string, BorneName[]>()
  const cores = new Map<string, NamedPlace[]>()
  const depts = new Map<string, NamedPlace[]>()
  for (const agency of agencies) {
    for (const { name, ...borne } of borneNames(agency)) push(names, plainName(name), borne)
    for (const name of currentNames(agency)) {
      const { core, divisionCodes } = coreIn(name, places)
      push(cores, core, { agencyId: agency.id, divisionCodes })
    }
    for (const code of listDeptCodes(agency, places))
      push(depts, code, { agencyId: agency.id, divisionCodes: coreIn(agency.name, places).divisionCodes })
  }
  return {
    home: divisions[0].code,
    byId: new Map(agencies.map((agency) => [agency.id, agency])),
    places,
    names,
    cores,
    depts,
  }
}

export type Named = { code: string; name: string }

/** The codes kept with the agency, or, where none are kept, those its name says; groups and townships do no department's work. */
export function listDeptCodes(
  agency: Pick<Agency, 'name' | 'kind' | 'deptCodes'>,
  places: readonly Place[],
): readonly string[] {
  if (agency.deptCodes.length > 0) return agency.deptCodes
  return agency.kind === 'group' || agency.kind === 'township' ? [] : deptCodesOf(coreIn(agency.name, places).core)
}

const coreIn = (name: string, places: readonly Place[]): AgencyCore => agencyCore(plainName(name), places)

const currentNames = (agency: Agency): string[] => [
  agency.name,
  ...(agency.shortName === null ? [] : [agency.shortName]),
  ...agency.aliases.map((alias) => alias.name),
]

function borneNames(agency: Agency): (BorneName & { name: string })[] {
  const borne = (name: string, how: BorneName['how'], from: string | null, to: string | null) => ({
    name,
    agencyId: agency.id,
    how,
    from,
    to,
  })
  return [
    borne(agency.name, 'exact', null, null),
    ...(agency.shortName === null ? [] : [borne(agency.shortName, 'alias', null, null)]),
    ...agency.aliases.map((alias) => borne(alias.name, 'alias', alias.from, alias.to)),
    ...agency.formerNames.map((former) => borne(former.name, 'former', null, null)),
  ]
}

function push<V>(index: Map<string, V[]>, key: string, value: V): void {
  const values = index.get(key)
  if (values === undefined) index.set(key, [value])
  else values.push(value)
}
