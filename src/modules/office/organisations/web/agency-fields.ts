import type { AgencyForm, AgencyView } from '../contract.ts'

/** What stands in the form: every field as text or list, nothing null, so that an emptied field is simply empty. */
export interface AgencyFields {
  name: string
  shortName: string
  kind: AgencyForm['kind']
  deptCodes: string[]
  aliases: { name: string; from: string; to: string }[]
  formerNames: { name: string; until: string }[]
  creditCode: string
  memberIds: string[]
  mergedIntoId: string
  validFrom: string
  validTo: string
}

export const emptyAgency: AgencyFields = {
  name: '',
  shortName: '',
  kind: 'government',
  deptCodes: [],
  aliases: [],
  formerNames: [],
  creditCode: '',
  memberIds: [],
  mergedIntoId: '',
  validFrom: '',
  validTo: '',
}

export const fieldsOfAgency = (agency: AgencyView): AgencyFields => ({
  ...agency,
  shortName: agency.shortName ?? '',
  aliases: agency.aliases.map(({ name, from, to }) => ({ name, from: from ?? '', to: to ?? '' })),
  formerNames: agency.formerNames.map(({ name, until }) => ({ name, until: until ?? '' })),
  creditCode: agency.creditCode ?? '',
  mergedIntoId: agency.mergedIntoId ?? '',
  validFrom: agency.validFrom ?? '',
  validTo: agency.validTo ?? '',
})

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim())

/** The form as the operation takes it; rows of names left blank are dropped, only a group keeps members. */
export const toAgencyForm = (fields: AgencyFields): Omit<AgencyForm, 'divisionCode'> => ({
  name: fields.name.trim(),
  shortName: orNull(fields.shortName),
  kind: fields.kind,
  deptCodes: fields.deptCodes,
  aliases: fields.aliases
    .filter(({ name }) => name.trim() !== '')
    .map(({ name, from, to }) => ({ name: name.trim(), from: orNull(from), to: orNull(to) })),
  formerNames: fields.formerNames
    .filter(({ name }) => name.trim() !== '')
    .map(({ name, until }) => ({ name: name.trim(), until: orNull(until) })),
  creditCode: orNull(fields.creditCode.toUpperCase()),
  memberIds: fields.kind === 'group' ? fields.memberIds : [],
  mergedIntoId: orNull(fields.mergedIntoId),
  validFrom: orNull(fields.validFrom),
  validTo: orNull(fields.validTo),
})

const length = (text: string, what: string): string | null => {
  const count = text.trim().length
  return count === 0 || (count >= 2 && count <= 60) ? null : `${what}为 2 至 60 个字，现在是 ${count} 个，请核对。`
}

/** What is wrong with the form, by field; empty when it can be sent. */
export function complaintsOf(fields: AgencyFields, checkCredit: (code: string) => string | null) {
  const { name, shortName, aliases, formerNames, creditCode, validFrom, validTo } = fields
  const others = [...aliases, ...formerNames].map((other) => length(other.name, `“${other.name.slice(0, 10)}”`))
  const said = {
    name: name.trim() === '' ? '请填写单位名称。' : length(name, '单位名称'),
    shortName: length(shortName, '简称'),
    names: others.find((complaint) => complaint !== null) ?? null,
    creditCode: creditCode.trim() === '' ? null : checkCredit(creditCode.trim().toUpperCase()),
    validTo: validFrom !== '' && validTo !== '' && validTo < validFrom ? '撤销日期早于设立日期，请核对。' : null,
  }
  return { said, any: Object.values(said).some((complaint) => complaint !== null) }
}
