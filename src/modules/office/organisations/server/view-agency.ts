import type { Actor } from '#kernel/actor.ts'
import { may } from '#kernel/contract.ts'
import { type AgencyView, organisationContract } from '../contract.ts'
import { type Agency, agencyKindTitles, isActive, listMergedFrom } from '../domain/agency.ts'
import { divisionName } from './divisions.ts'

/** An agency with the names of everything its ids point at; `all` are the agencies of its division. */
export function viewAgency(
  agency: Agency,
  all: ReadonlyMap<string, Agency>,
  seen: { actor: Actor; today: string },
): AgencyView {
  const named = (id: string) => {
    const other = all.get(id)
    return other ? [{ id, name: other.name }] : []
  }
  const mine = agency.divisionCode === seen.actor.divisionCode
  return {
    ...agency,
    divisionName: divisionName(agency.divisionCode),
    kindTitle: agencyKindTitles[agency.kind],
    members: agency.memberIds.flatMap(named),
    mergedInto: agency.mergedIntoId ? (named(agency.mergedIntoId)[0] ?? null) : null,
    mergedFrom: listMergedFrom(agency, [...all.values()]).map(({ id, name }) => ({ id, name })),
    active: isActive(agency, seen.today),
    can: {
      saveAgency: mine && may(seen.actor, organisationContract.saveAgency),
      addAlias: mine && may(seen.actor, organisationContract.addAlias),
    },
  }
}

export const byId = (all: readonly Agency[]): Map<string, Agency> => new Map(all.map((agency) => [agency.id, agency]))
