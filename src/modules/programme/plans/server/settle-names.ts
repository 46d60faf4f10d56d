import { addAgency, addAlias, type Writer } from '#modules/office/organisations/server/index.ts'
import { implement } from '#platform/operation/implement.ts'
import { planContract, type Settlement } from '../contract.ts'
import { listNames } from '../domain/agency-names.ts'
import { planErrors } from '../domain/errors.ts'
import { getPlanRow, openPlan } from './load-plan.ts'
import { viewPlan } from './view-plan.ts'

/** The register is shared by all plans: what is settled here is known to the next plan. All of it or nothing. */
export const settleNames = implement(planContract.settleNames, async ({ input, tx, actor, now, about }) => {
  const row = await getPlanRow(tx, input.planId, actor)
  const opened = await openPlan(tx, row)
  const known = new Set(listNames(opened.plan).map((one) => one.name))
  const writer = { tx, now, by: actor.name, basis: `规划《${row.title}》` }
  for (const settlement of input.settlements) {
    if (!known.has(settlement.name)) throw planErrors.nameNotInPlan({ name: settlement.name })
    await settle(writer, settlement, row.divisionCode)
  }
  about(`规划《${row.title}》的单位`, { settlements: input.settlements })
  return viewPlan(tx, opened, actor)
})

async function settle(writer: Writer, settlement: Settlement, divisionCode: string): Promise<void> {
  const alias = { name: settlement.name, from: null, to: null }
  if (settlement.as === 'alias') {
    await addAlias(writer, { divisionCode, agencyId: settlement.agencyId, alias })
    return
  }
  const agency = await addAgency(writer, { divisionCode, name: settlement.standardName })
  await addAlias(writer, { divisionCode, agencyId: agency.id, alias })
}
