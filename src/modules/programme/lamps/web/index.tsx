export { lampParts } from './parts.ts'
export { lampScreens } from './routes.tsx'
