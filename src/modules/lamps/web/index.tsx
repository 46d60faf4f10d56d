export { lampParts } from './parts.ts'
export { lampScreens } from './routes.tsx'
export { TaskLamp } from './task-lamp.tsx'
