export { keepingScreens } from './routes.tsx'
