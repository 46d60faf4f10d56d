import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { Refusal } from '#kernel/errors.ts'
import { isOtherMandate, isSignedOut, isStale } from './refusals.ts'

interface Listeners {
  /** A write was refused and the screen that made it does not show why. */
  onRefused: (problem: Error) => void
  onSignedOut: () => void
  /** Another window has chosen another mandate of the person. */
  onOtherMandate: () => void
}

/** Only what may pass by itself is tried again. */
const mayPass = (problem: Error): boolean => !(problem instanceof Refusal) || problem.kind === 'unavailable'

/** Readings stay fresh for half a minute, refusals are never repeated, a lost session is told once. */
export function createQueryClient({ onRefused, onSignedOut, onOtherMandate }: Listeners): QueryClient {
  const judgeSession = (problem: Error): boolean => {
    if (isSignedOut(problem)) onSignedOut()
    else if (isOtherMandate(problem)) onOtherMandate()
    else return false
    return true
  }
  return new QueryClient({
    queryCache: new QueryCache({ onError: (problem) => void judgeSession(problem) }),
    mutationCache: new MutationCache({
      onError: (problem, _variables, _context, mutation) => {
        if (judgeSession(problem)) return
        if (mutation.meta?.quiet !== true && !isStale(problem)) onRefused(problem)
      },
    }),
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        retry: (times, problem) => times < 1 && mayPass(problem),
        refetchOnWindowFocus: true,
      },
      mutations: { retry: false },
    },
  })
}
