export { organisationScreens } from './routes.tsx'
