export { scheduleParts } from './parts.ts'
export { scheduleScreens } from './routes.tsx'
