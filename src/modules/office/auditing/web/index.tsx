export { auditingScreens } from './routes.tsx'
