import type { Agency, FormerName } from './agency.ts'
import { levelName } from './agency-core.ts'
import type { AgencyRow } from './agency-sheet.ts'

/** What the names in a row mean, found before the row is merged. */
export interface RowReferences {
  id: string
  /** The division a new agency belongs to. */
  home: string
  memberIds: readonly string[]
  mergedIntoId: string | null
}

/**
 * The agency as it is after the row: blank cells keep what is stored, lists are added to, a new standard name turns the
 * stored one into a former name when the row says so.
 * @param stored undefined for a new agency, whose row then must carry its kind
 */
export function mergeRow(stored: Agency | undefined, row: AgencyRow, references: RowReferences): Agency {
  const agency = stored ?? blank(references)
  const known = new Set(agency.aliases.map(({ name }) => levelName(name)))
  const added = row.aliases
    .filter((name) => !known.has(levelName(name)))
    .map((name) => ({ name, from: null, to: null }))
  return {
    ...agency,
    name: isSame(agency.name, row.name) ? agency.name : row.name,
    shortName: row.shortName === null || isSame(agency.shortName, row.shortName) ? agency.shortName : row.shortName,
    kind: row.kind ?? agency.kind,
    aliases: [...agency.aliases, ...added],
    formerNames: row.formerNames.reduce(withFormerName, agency.formerNames),
    creditCode: row.creditCode ?? agency.creditCode,
    memberIds: [...new Set([...agency.memberIds, ...references.memberIds])],
    mergedIntoId: references.mergedIntoId ?? agency.mergedIntoId,
    deptCodes: [...new Set([...agency.deptCodes, ...row.deptCodes])],
    validFrom: row.validFrom ?? agency.validFrom,
    validTo: row.validTo ?? agency.validTo,
  }
}

const isSame = (known: string | null, read: string): boolean => levelName(known ?? '') === levelName(read)

const withFormerName = (names: FormerName[], former: FormerName): FormerName[] =>
  names.some(({ name }) => isSame(name, former.name))
    ? names.map((known) => (isSame(known.name, former.name) ? { ...known, until: former.until ?? known.until } : known))
    : [...names, former]

const blank = ({ id, home }: RowReferences): Agency => ({
  id,
  divisionCode: home,
  name: '',
  shortName: null,
  kind: 'other',
  deptCodes: [],
  aliases: [],
  formerNames: [],
  creditCode: null,
  memberIds: [],
  mergedIntoId: null,
  initials: '',
  validFrom: null,
  validTo: null,
})
