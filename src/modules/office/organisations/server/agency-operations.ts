import { pinyinInitials } from '#platform/chinese/pinyin.ts'
import { implement } from '#platform/operation/implement.ts'
import { organisationContract } from '../contract.ts'
import { isActive } from '../domain/agency.ts'
import { findDivision, listDivisionsNamed } from '../domain/division.ts'
import { divisionRegister } from './divisions.ts'
import { listDivisionAgencies, matchNames as matchInRegister } from './register.ts'
import { addAlias as keepAlias } from './write-agency.ts'

export const listAgencyNames = implement(organisationContract.listAgencyNames, async ({ tx, actor, today }) =>
  (await listDivisionAgencies(tx, actor.divisionCode))
    .filter((agency) => isActive(agency, today))
    .map(({ id, name, shortName }) => ({
      id,
      name,
      shortName,
      initials: pinyinInitials([name, shortName ?? ''].join(' ').trim()),
    })),
)

export const addAlias = implement(organisationContract.addAlias, async ({ input, tx, now, actor, about }) => {
  const { agencyId, ...alias } = input
  const { divisionCode, name: by } = actor
  const { before, after } = await keepAlias({ tx, now, by }, { divisionCode, agencyId, alias })
  about(`单位“${after.name}”`, { before: { ...before }, after: { ...after } })
  return { id: agencyId }
})

export const matchNames = implement(organisationContract.matchNames, async ({ input, tx, actor }) => {
  const matches = await matchInRegister(tx, { divisionCode: actor.divisionCode, ...input })
  return [...matches].map(([name, match]) => ({ name, match }))
})

export const listDivisions = implement(organisationContract.listDivisions, async ({ input }) => {
  const register = divisionRegister()
  if (!input.text) return register.all.filter((division) => division.parentCode === (input.under ?? null))
  const coded = findDivision(register, input.text)
  return coded ? [coded] : [...listDivisionsNamed(register, input.text)]
})
