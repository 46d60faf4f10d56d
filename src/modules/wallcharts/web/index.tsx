export { wallchartScreens } from './routes.tsx'
