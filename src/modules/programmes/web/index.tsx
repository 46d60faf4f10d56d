export { programmeScreens } from './routes.tsx'
