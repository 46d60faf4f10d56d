export { homeScreens } from './routes.tsx'
