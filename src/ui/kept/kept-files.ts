import { personNow } from './person.ts'

export interface KeptFile {
  id: number
  file: File
}

/** Files of one place, of the person who was there when it was opened; out of reach as soon as another is. */
export interface KeptFiles {
  isOpen: () => boolean
  /** @returns null where the browser keeps nothing (private windows): then it is only lost with the page */
  keep: (file: File) => Promise<number | null>
  list: () => Promise<KeptFile[]>
  forget: (id: number) => Promise<void>
}

const store = 'waiting'

/** The person stands before the place, by which everything of theirs is found. */
const within = (person: string): string => `${person}.`

export function openFiles(place: string): KeptFiles {
  const owner = personNow()
  const whole = within(owner ?? '') + place
  const isOpen = () => owner !== null && owner === personNow()
  return {
    isOpen,
    keep: async (file) =>
      isOpen() ? run('readwrite', (files) => files.add({ place: whole, file })).then(Number) : null,
    list: async () => (isOpen() ? run<KeptFile[]>('readonly', (files) => files.index('place').getAll(whole)) : []),
    forget: (id) => run('readwrite', (files) => files.delete(id)),
  }
}

/** Whatever the person who is there has chosen and not yet sent, of all places. */
export async function listAllFiles(): Promise<File[]> {
  const person = personNow()
  if (person === null) return []
  const range = IDBKeyRange.bound(within(person), `${within(person)}\uFFFF`)
  const kept = await run<KeptFile[]>('readonly', (files) => files.index('place').getAll(range))
  return kept.map(({ file }) => file)
}

/** Everything of others leaves; of everybody, without a person. A browser that keeps no files has none to forget. */
export async function forgetFiles(but: string | null): Promise<void> {
  const opened = await openStore().catch(() => null)
  if (!opened) return
  opened.close()
  await run('readwrite', (files) => {
    const asked = files.index('place').openKeyCursor()
    asked.addEventListener('success', () => {
      const cursor = asked.result
      if (!cursor) return
      if (but === null || !String(cursor.key).startsWith(within(but))) files.delete(cursor.primaryKey)
      cursor.continue()
    })
    return asked
  })
}

function openStore(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('guatu-files', 1)
    opening.addEventListener('upgradeneeded', () => {
      const made = opening.result.createObjectStore(store, { keyPath: 'id', autoIncrement: true })
      made.createIndex('place', 'place')
    })
    opening.addEventListener('success', () => resolve(opening.result))
    opening.addEventListener('error', () => reject(opening.error ?? new Error('no store')))
  })
}

/** @returns what was asked, once it is on the disk */
async function run<T>(mode: IDBTransactionMode, ask: (files: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const opened = await openStore()
  return new Promise<T>((resolve, reject) => {
    const running = opened.transaction(store, mode)
    const asked = ask(running.objectStore(store))
    running.addEventListener('complete', () => resolve(asked.result))
    running.addEventListener('abort', () => reject(running.error ?? new Error('not kept')))
  }).finally(() => opened.close())
}
