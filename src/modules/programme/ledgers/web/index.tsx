export { ledgerScreens } from './routes.tsx'
