import { Agency, agencyKindTitles } from './agency.ts'

/** A field that differs, as people read it. */
export interface FieldChange {
  label: string
  before: string
  after: string
}

const watched = [
  'name',
  'shortName',
  'kind',
  'divisionCode',
  'aliases',
  'formerNames',
  'creditCode',
  'memberIds',
  'mergedIntoId',
  'deptCodes',
  'validFrom',
  'validTo',
] as const

/** What differs between two states of an agency; `nameOf` gives the name of an agency by id. */
export const describeChanges = (before: Agency, after: Agency, nameOf: (id: string) => string): FieldChange[] =>
  watched
    .map((field) => ({
      label: String(Agency.shape[field].meta()?.label ?? field),
      before: inWords(before, field, nameOf),
      after: inWords(after, field, nameOf),
    }))
    .filter((change) => change.before !== change.after)

function inWords(agency: Agency, field: (typeof watched)[number], nameOf: (id: string) => string): string {
  switch (field) {
    case 'kind':
      return agencyKindTitles[agency.kind]
    case 'aliases':
      return agency.aliases.map(({ name }) => name).join('、')
    case 'formerNames':
      return agency.formerNames.map(({ name, until }) => (until === null ? name : `${name}（至${until}）`)).join('、')
    case 'deptCodes':
      return agency.deptCodes.join('、')
    case 'memberIds':
      return agency.memberIds.map(nameOf).join('、')
    case 'mergedIntoId':
      return agency.mergedIntoId === null ? '' : nameOf(agency.mergedIntoId)
    default:
      return agency[field] ?? ''
  }
}
