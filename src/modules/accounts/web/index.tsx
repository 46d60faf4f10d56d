export { accountScreens } from './routes.tsx'
export { forgetSession, useSession, useSignOut } from './session.ts'
