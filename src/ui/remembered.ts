import { useCallback, useMemo, useSyncExternalStore } from 'react'
import { openText } from './kept/kept-texts.ts'
import { personNow } from './kept/person.ts'

/** A word this browser remembers for the person until they sign out (decision 0024): how wide the rail is, what was opened last. */
export function useRemembered(name: string): [word: string | null, remember: (word: string) => void] {
  const person = personNow()
  // A text is opened for the person who is there: for another it is opened anew.
  const kept = useMemo(() => ({ person, ...openText('frame', name) }), [name, person])
  const word = useSyncExternalStore(kept.watch, kept.read)
  return [word, useCallback((text: string) => kept.write(text), [kept])]
}
