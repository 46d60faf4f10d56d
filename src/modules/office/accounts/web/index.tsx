export { accountScreens } from './routes.tsx'
export { forgetSession, renewSession, useSession, useSignOut } from './session.ts'
