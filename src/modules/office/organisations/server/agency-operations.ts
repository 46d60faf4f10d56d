import { may } from '#kernel/contract.ts'
import { newId } from '#kernel/ids.ts'
import { type Call, implement, implementForm } from '#platform/operation/implement.ts'
import { organisationContract } from '../contract.ts'
import { type Agency, isActive } from '../domain/agency.ts'
import { withAlias } from '../domain/agency-rules.ts'
import { findDivision, listDivisionsNamed } from '../domain/division.ts'
import { organisationErrors } from '../domain/errors.ts'
import { divisionRegister } from './divisions.ts'
import { listDivisionAgencies, matchNames as matchInRegister } from './register.ts'
import { byId, viewAgency } from './view-agency.ts'
import { lockAgency, storeAgency } from './write-agency.ts'

export const listAgencies = implement(organisationContract.listAgencies, async ({ input, tx, actor, today }) => {
  const all = await listDivisionAgencies(tx, actor.divisionCode)
  const index = byId(all)
  const shown = all.filter((agency) => (input.includeDissolved || isActive(agency, today)) && bears(agency, input.text))
  return {
    agencies: shown.map((agency) => viewAgency(agency, index, { actor, today })),
    can: {
      saveAgency: may(actor, organisationContract.saveAgency),
      importAgencies: may(actor, organisationContract.importAgencies),
    },
  }
})

function bears(agency: Agency, text: string | undefined): boolean {
  if (!text) return true
  const names = [
    agency.name,
    agency.shortName ?? '',
    ...agency.aliases.map((a) => a.name),
    ...agency.formerNames.map((f) => f.name),
  ]
  return names.some((name) => name.includes(text)) || agency.initials.includes(text.toLowerCase())
}

export const getAgency = implement(organisationContract.getAgency, async ({ input, tx, actor, today }) => {
  const index = byId(await listDivisionAgencies(tx, actor.divisionCode))
  const agency = index.get(input.agencyId)
  if (!agency) throw organisationErrors.agencyNotFound({})
  return viewAgency(agency, index, { actor, today })
})

export const createAgency = implement(organisationContract.createAgency, async (call) => {
  const { divisionCode } = call.actor
  return saved(call, await storeAgency(call.tx, { ...call.input, divisionCode, id: newId(call.now.getTime()) }))
})

export const saveAgency = implementForm(
  organisationContract.saveAgency,
  async ({ input, tx, actor }) => {
    const { id: _, initials: __, ...fields } = await lockAgency(tx, input.agencyId, actor.divisionCode)
    return fields
  },
  async (call) => {
    const { agencyId, ...fields } = call.input
    const before = await lockAgency(call.tx, agencyId, call.actor.divisionCode)
    return saved(
      call,
      await storeAgency(call.tx, { ...fields, divisionCode: before.divisionCode, id: agencyId }),
      before,
    )
  },
)

export const addAlias = implement(organisationContract.addAlias, async (call) => {
  const { agencyId, ...alias } = call.input
  const before = await lockAgency(call.tx, agencyId, call.actor.divisionCode)
  return saved(call, await storeAgency(call.tx, withAlias(before, alias)), before)
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

async function saved(call: Call<unknown>, agency: Agency, before?: Agency) {
  const { tx, actor, today, about } = call
  about(`单位“${agency.name}”`, before ? { before: { ...before }, after: { ...agency } } : { after: { ...agency } })
  return viewAgency(agency, byId(await listDivisionAgencies(tx, actor.divisionCode)), { actor, today })
}
