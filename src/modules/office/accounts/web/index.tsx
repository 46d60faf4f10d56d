export { accountsWeb } from './module.ts'
export { forgetSession, renewSession, useSession, useSignOut } from './session.ts'
