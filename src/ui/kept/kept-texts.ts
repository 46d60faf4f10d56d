import { personNow } from './person.ts'

/** One text of the person who was there when it was opened; out of reach as soon as another is. */
export interface KeptText {
  read: () => string | null
  write: (text: string) => void
  /** Told of every change, also by another tab. @returns how to stop */
  watch: (watcher: () => void) => () => void
}

const watchers = new Set<() => void>()
/** What a browser that keeps nothing (private windows, a full disk) is asked to keep: lost with the page. */
const memory = new Map<string, string>()

/** The person stands in the key, by which everything of theirs is found: `guatu.statements.<person>.<agency>`. */
const beginning = (store: string, person: string): string => `guatu.${store}.${person}.`

const isOf = (key: string, person: string): boolean => {
  const [program, store = ''] = key.split('.')
  return program === 'guatu' && key.startsWith(beginning(store, person))
}

export function openText(store: string, name: string): KeptText {
  const owner = personNow()
  const key = beginning(store, owner ?? '') + name
  const isOpen = () => owner !== null && owner === personNow()
  return {
    read: () => (isOpen() ? readKey(key) : null),
    write: (text) => {
      if (!isOpen()) return
      writeKey(key, text)
      for (const watcher of watchers) watcher()
    },
    watch: (watcher) => {
      watchers.add(watcher)
      window.addEventListener('storage', watcher)
      return () => {
        watchers.delete(watcher)
        window.removeEventListener('storage', watcher)
      }
    },
  }
}

function readKey(key: string): string | null {
  try {
    return memory.get(key) ?? localStorage.getItem(key)
  } catch {
    return null
  }
}

function writeKey(key: string, text: string): void {
  try {
    localStorage.setItem(key, text)
    memory.delete(key)
  } catch {
    memory.set(key, text)
  }
}

function listKeys(): string[] {
  try {
    return [...new Set([...Object.keys(localStorage), ...memory.keys()])]
  } catch {
    return [...memory.keys()]
  }
}

/** Names of what the person who is there has in a store. */
export function listTexts(store: string): string[] {
  const person = personNow()
  if (person === null) return []
  const begins = beginning(store, person)
  return listKeys().flatMap((key) => (key.startsWith(begins) ? [key.slice(begins.length)] : []))
}

/** What was kept when people had one mandate each is in the one they are found in. */
export function adoptTexts(person: string, owner: string): void {
  for (const key of listKeys()) {
    const [program, store = '', of, name, ...more] = key.split('.')
    if (program !== 'guatu' || of !== person || name === undefined || more.length > 0) continue
    writeKey(beginning(store, owner) + name, readKey(key) ?? '')
    memory.delete(key)
    dropKey(key)
  }
}

/** Everything of others leaves; of everybody, without a person. The address is the program's own, so all of it is its. */
export function forgetTexts(but: string | null): void {
  for (const key of listKeys()) {
    if (but !== null && isOf(key, but)) continue
    memory.delete(key)
    dropKey(key)
  }
}

function dropKey(key: string): void {
  try {
    localStorage.removeItem(key)
  } catch {
    // It keeps nothing.
  }
}
