import { watchPerson } from './kept/person.ts'

interface KnownAnswer {
  /** The server's name for exactly this answer. */
  tag: string
  body: unknown
}

/** As many as a person has open and goes back to. */
const most = 40

/** What readings answered last, by their address. It is in no cache of the browser (decision 0024) and leaves with the person. */
const known = new Map<string, KnownAnswer>()
watchPerson(() => known.clear())

export const findAnswer = (address: string): KnownAnswer | undefined => known.get(address)

/** @param tag of an answer; a form has a version instead, which names no answer */
export function rememberAnswer(address: string, tag: string | null, body: unknown): void {
  known.delete(address)
  if (!tag?.startsWith('W/')) return
  known.set(address, { tag, body })
  const [oldest] = known.keys()
  if (known.size > most && oldest !== undefined) known.delete(oldest)
}
