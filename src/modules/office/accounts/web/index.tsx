import { lazy } from 'react'

export { accountScreens } from './routes.tsx'
export { forgetSession, renewSession, useChooseMandate, useMandates, useSession, useSignOut } from './session.ts'
export const OtherMandate = lazy(async () => ({ default: (await import('./other-mandate.tsx')).OtherMandate }))
