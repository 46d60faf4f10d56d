import { useCallback, useSyncExternalStore } from 'react'

/** Whether the window answers to this query of styles, now and whenever that changes. */
export function useMedia(query: string): boolean {
  const subscribe = useCallback(
    (changed: () => void) => {
      const list = window.matchMedia(query)
      list.addEventListener('change', changed)
      return () => list.removeEventListener('change', changed)
    },
    [query],
  )
  return useSyncExternalStore(subscribe, () => window.matchMedia(query).matches)
}

/** Whether the window is as narrow as a phone's, where a screen is laid out for one hand. */
export const useIsPhone = (): boolean => useMedia('(max-width: 720px)')
