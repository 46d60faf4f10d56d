/** Files chosen while there was no line, kept in the browser until there is one; they outlive a closed tab. */

export interface WaitingFile {
  id: number
  /** What they are for; only those of one place are listed together. */
  place: string
  file: File
}

const store = 'waiting'

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

async function run<T>(mode: IDBTransactionMode, ask: (files: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const opened = await openStore()
  return new Promise<T>((resolve, reject) => {
    const asked = ask(opened.transaction(store, mode).objectStore(store))
    asked.addEventListener('success', () => resolve(asked.result))
    asked.addEventListener('error', () => reject(asked.error ?? new Error('not kept')))
  }).finally(() => opened.close())
}

/** Keeps a file; in a browser that keeps nothing (private windows) it is only lost with the page. */
export async function keepWaiting(place: string, file: File): Promise<void> {
  await run('readwrite', (files) => files.add({ place, file }))
}

export const listWaiting = (place: string): Promise<WaitingFile[]> =>
  run<WaitingFile[]>('readonly', (files) => files.index('place').getAll(place))

export async function forgetWaiting(id: number): Promise<void> {
  await run('readwrite', (files) => files.delete(id))
}
