import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useRead, useWrite } from '#ui/client.ts'
import { accountContract } from '../contract.ts'

/** Who is signed in; `data` is null when nobody is. */
export const useSession = () => useRead(accountContract.getSession, {})

/** The session has ended: everything read under it is dropped, and the frame asks to sign in. */
export function forgetSession(queries: QueryClient): void {
  const key = [accountContract.getSession.name, {}]
  queries.removeQueries({ predicate: (query) => query.queryKey[0] !== accountContract.getSession.name })
  queries.setQueryData(key, null)
}

/** Signs out here; other devices stay signed in. */
export function useSignOut(): () => void {
  const queries = useQueryClient()
  const { mutate } = useWrite(accountContract.signOut, { onDone: () => forgetSession(queries) })
  return () => mutate({})
}
