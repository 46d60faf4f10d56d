export { supervisionParts } from './parts.ts'
export { supervisionScreens } from './routes.tsx'
