export { calledHere } from '../domain/agency.ts'
export { tableCells } from '../domain/division-table.ts'
export { keepAbove } from './agencies-above.ts'
export { agencyReferences } from './agency-references.ts'
export { loadContacts } from './contacts.ts'
export { keepCountyYear, listCountyYears, loadCalendar } from './county-calendar.ts'
export { divisionName, isKnownDivision, unsaidDivision } from './divisions.ts'
export { importAgencyCells } from './import-agencies.ts'
export {
  agencyNameOf,
  findAgency,
  getAgencyNames,
  listDivisionAgencies,
  listGroupsWith,
  matchNames,
} from './register.ts'
export { addAgency, addAlias, storeAgency, type Writer } from './write-agency.ts'
