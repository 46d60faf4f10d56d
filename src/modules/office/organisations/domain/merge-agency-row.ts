import { type Agency, type AgencyAlias, type FormerName, nameOnly } from './agency.ts'
import { levelName } from './agency-core.ts'
import type { AgencyRow } from './agency-sheet.ts'

/** What the names in a row mean, found before the row is merged. */
export interface RowReferences {
  id: string
  /** The division a new agency belongs to. */
  home: string
  memberIds: readonly string[]
  successorId: string | null
}

/**
 * The agency as it is after the row: blank cells keep what is stored, lists are added to, a new standard name turns the
 * stored one into a former name when the row says so.
 * @param stored undefined for a new agency, whose row then must carry its kind
 */
export function mergeRow(stored: Agency | undefined, row: AgencyRow, references: RowReferences): Agency {
  const agency = stored ?? blank(references)
  return {
    ...agency,
    name: isSame(agency.name, row.name) ? agency.name : row.name,
    shortName: row.shortName === null || isSame(agency.shortName, row.shortName) ? agency.shortName : row.shortName,
    kind: row.kind ?? agency.kind,
    aliases: row.aliases.reduce(withAlias, agency.aliases),
    formerNames: row.formerNames.reduce(withFormerName, agency.formerNames),
    creditCode: row.creditCode ?? agency.creditCode,
    memberIds: [...new Set([...agency.memberIds, ...references.memberIds])],
    successorId: references.successorId ?? agency.successorId,
    deptCodes: [...new Set([...agency.deptCodes, ...row.deptCodes])],
    foundedOn: row.foundedOn ?? agency.foundedOn,
    dissolvedOn: row.dissolvedOn ?? agency.dissolvedOn,
  }
}

const isSame = (known: string | null, read: string): boolean => levelName(known ?? '') === levelName(read)

const withAlias = (names: AgencyAlias[], alias: AgencyAlias): AgencyAlias[] =>
  names.some(({ name }) => isSame(name, alias.name))
    ? names.map((known) =>
        isSame(known.name, alias.name) ? { ...known, from: alias.from ?? known.from, to: alias.to ?? known.to } : known,
      )
    : [...names, alias]

const withFormerName = (names: FormerName[], former: FormerName): FormerName[] =>
  names.some(({ name }) => isSame(name, former.name))
    ? names.map((known) => (isSame(known.name, former.name) ? { ...known, until: former.until ?? known.until } : known))
    : [...names, former]

const blank = ({ id, home }: RowReferences): Agency => ({
  id,
  divisionCode: home,
  name: '',
  ...nameOnly,
  kind: 'other',
})
