import { lazy } from 'react'

export { accountsWeb } from './module.ts'
export { forgetSession, renewSession, useChooseMandate, useMandates, useSession, useSignOut } from './session.ts'
export const OtherMandate = lazy(async () => ({ default: (await import('./other-mandate.tsx')).OtherMandate }))
