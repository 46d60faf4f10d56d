import { pinyinInitials } from '#platform/chinese/pinyin.ts'
import { implement } from '#platform/operation/implement.ts'
import { organisationContract } from '../contract.ts'
import { isActive } from '../domain/agency.ts'
import { findDivision, listDivisionsNamed } from '../domain/division.ts'
import { organisationErrors } from '../domain/errors.ts'
import { divisionName, divisionRegister } from './divisions.ts'
import { listDivisionAgencies, matchNames as matchInRegister } from './register.ts'
import { judgeStandings } from './standings.ts'
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

/** As the office of the county's government writes; a programme that another organ signs judges for itself. */
export const tellStanding = implement(organisationContract.tellStanding, async ({ input, tx, actor }) => {
  const { divisionCode } = actor
  const issuer = `${divisionName(divisionCode)}人民政府办公室`
  const judged = await judgeStandings(tx, [input.agencyId], { divisionCode, issuer, voice: 'county' })
  const [first] = judged.get(input.agencyId) ?? []
  if (!first) throw organisationErrors.agencyNotFound({})
  return { issuer, standing: first.standing, reason: first.reason }
})

export const listDivisions = implement(organisationContract.listDivisions, async ({ input }) => {
  const register = divisionRegister()
  if (!input.text) return register.all.filter((division) => division.parentCode === (input.under ?? null))
  const coded = findDivision(register, input.text)
  return coded ? [coded] : [...listDivisionsNamed(register, input.text)]
})
