export { AgencyChoice } from './agency-choice.tsx'
export { organisationParts } from './parts.ts'
export { organisationScreens } from './routes.tsx'
