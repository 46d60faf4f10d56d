export { meetingScreens } from './routes.tsx'
