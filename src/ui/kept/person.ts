/**
 * Whose words this browser may hold, and in which of their mandates: `person.mandate`. Null while nobody is known to be signed in: then nothing that is kept here is read
 * or written.
 */
let person: string | null = null

const watchers = new Set<() => void>()

export const personNow = (): string | null => person

/** In which mandate the page was read; what it asks is refused when the session acts in another by then. */
export const mandateNow = (): string | null => person?.split('.')[1] ?? null

/** Told whenever another person, the same one in another mandate, or nobody is there. */
export const watchPerson = (watcher: () => void): void => void watchers.add(watcher)

/** @returns whether it is another than before */
export function setPerson(next: string | null): boolean {
  if (person === next) return false
  person = next
  for (const watcher of watchers) watcher()
  return true
}
