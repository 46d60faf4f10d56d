export { AgencyChoice } from './agency-choice.tsx'
export { organisationScreens } from './routes.tsx'
