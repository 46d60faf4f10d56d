import { type QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRead } from '#ui/client.ts'
import { useAskToLeave } from '#ui/kept/ask-to-leave.tsx'
import { enter, leave, settleAll, suspend } from '#ui/kept/kept.ts'
import { personNow } from '#ui/kept/person.ts'
import { request } from '#ui/request.ts'
import { accountContract, type SessionView } from '../contract.ts'

const key = [accountContract.getSession.name, {}]

/** Who is signed in; `data` is null when nobody is. What the browser keeps of others is gone before it is told. */
export const useSession = () => {
  const queries = useQueryClient()
  return useQuery({
    queryKey: key,
    queryFn: async ({ signal }) => {
      const session = await request(accountContract.getSession, {}, signal)
      if (session) await admit(queries, session)
      return session
    },
  })
}

/** Nothing read for somebody else, or in another mandate, is shown to who has come. */
async function admit(queries: QueryClient, { user }: SessionView): Promise<void> {
  const before = personNow()
  if (before !== null && before !== `${user.id}.${user.mandateId}`) forgetReadings(queries)
  await enter(user.id, user.mandateId)
}

const forgetReadings = (queries: QueryClient): void =>
  queries.removeQueries({ predicate: (query) => query.queryKey[0] !== key[0] })

/**
 * The session has ended: everything read under it is dropped, and the frame asks to sign in. What the person had begun
 * stays in the browser for them alone.
 */
export function forgetSession(queries: QueryClient): void {
  void queries.cancelQueries({ queryKey: key })
  suspend()
  forgetReadings(queries)
  queries.setQueryData(key, null)
}

/** Another tab has signed out or let somebody else in. */
export function renewSession(queries: QueryClient): void {
  forgetSession(queries)
  void queries.invalidateQueries({ queryKey: key })
}

/**
 * Signs out here; other devices stay signed in. What was begun is sent first; what cannot be sent the person is asked
 * about. Then nothing of theirs is left in the browser.
 */
export function useSignOut(): () => void {
  const ask = useAskToLeave()
  const { mutate, isPending } = useMutation({
    mutationFn: async () => {
      const left = await settleAll()
      if (left.length > 0 && !(await ask(left))) return
      await request(accountContract.signOut, {})
      // Another document: nothing that was read here stays in its memory. What could not be cleared is told there.
      const address = await leave().then(
        () => '/sign-in',
        () => '/sign-in?kept=1',
      )
      window.location.replace(address)
    },
  })
  return () => {
    if (!isPending) mutate()
  }
}

/** What the person may act in; asked for once it is `wanted`. */
export const useMandates = (wanted: boolean) => useRead(accountContract.listMandates, {}, { enabled: wanted })

/**
 * From now on the person acts in another of their mandates. What was begun in the present one is sent first and otherwise
 * waits there. Then another document: nothing that was read before stays in the memory of the page.
 */
export function useChooseMandate() {
  return useMutation({
    mutationFn: async ({ mandateId, onward = '/' }: { mandateId: string; onward?: string }) => {
      await settleAll()
      await request(accountContract.chooseMandate, { mandateId })
      window.location.replace(onward)
    },
  })
}
