export { AgencyChoice } from './agency-choice.tsx'
export { organisationsWeb } from './module.ts'
