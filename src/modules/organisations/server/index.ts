export { divisionLine, divisionName } from './divisions.ts'
export { findAgency, getAgencyNames, listDivisionAgencies, matchNames } from './register.ts'
export { addAgency, addAlias, storeAgency } from './write-agency.ts'
