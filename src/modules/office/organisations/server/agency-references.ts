import type { ReferencePort } from '#platform/registry/kit.ts'
import { matchAgency } from '../domain/match-agency.ts'
import { keepAbove } from './agencies-above.ts'
import { getAgencyNames, loadRegister } from './register.ts'

/** How records of other modules name an agency, and find it by what a sheet says. */
export const agencyReferences: ReferencePort = {
  nameAll: (tx, ids, { divisionCode }) => getAgencyNames(tx, ids, { divisionCode }),
  keep: (tx, ids, divisionCode) => keepAbove(tx, ids, { divisionCode }),
  finder: async (tx, { divisionCode }) => {
    const register = await loadRegister(tx, divisionCode)
    return (name) => {
      const { agencyId, explanation } = matchAgency(name, register)
      return agencyId === null ? { problem: `单位“${name}”：${explanation}` } : { id: agencyId }
    }
  },
}
