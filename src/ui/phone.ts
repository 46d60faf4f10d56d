import { useSyncExternalStore } from 'react'

/** Below this width a screen is laid out for one hand. */
const phoneQuery = '(max-width: 720px)'

function subscribe(changed: () => void): () => void {
  const query = window.matchMedia(phoneQuery)
  query.addEventListener('change', changed)
  return () => query.removeEventListener('change', changed)
}

/** Whether the window is as narrow as a phone's. */
export const useIsPhone = (): boolean => useSyncExternalStore(subscribe, () => window.matchMedia(phoneQuery).matches)
