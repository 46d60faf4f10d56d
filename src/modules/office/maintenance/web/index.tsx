export { maintenanceScreens } from './routes.tsx'
