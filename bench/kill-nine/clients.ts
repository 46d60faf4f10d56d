import { randomUUID } from 'node:crypto'
import { type Person, Refused } from './person.ts'

type Known = 'submitted' | 'withdrawn' | null

/** What the server has acknowledged. */
export interface Ledger {
  /** Reports with the last state that was acknowledged; null while an answer was under way at a kill. */
  reports: Map<string, { owner: Person; status: Known }>
  /** For each person the number last saved in their settings. */
  settings: Map<Person, number>
  /** Addresses of mails whose sending was acknowledged. */
  mails: Set<string>
  writes: number
}

export const newLedger = (): Ledger => ({ reports: new Map(), settings: new Map(), mails: new Set(), writes: 0 })

/** Repeats a write until its request breaks off; a refusal of the server is a fault of the bench. */
export async function untilKilled(step: () => Promise<void>): Promise<void> {
  for (;;) {
    try {
      await step()
    } catch (error) {
      if (error instanceof Refused) throw error
      return
    }
  }
}

interface Item {
  taskId: string
  cycle: { key: string }
  said: { id: string; status: string } | null
}
interface Inbox {
  programmes: { items: Item[] }[]
}
interface Submitted {
  outcomes: { reportId: string | null }[]
}

async function findItem(person: Person): Promise<Item | undefined> {
  const { programmes } = await person.call<Inbox>('GET', '/reports/inbox')
  return programmes.flatMap(({ items }) => items).find(({ said }) => said?.status !== 'signed')
}

async function getItem(person: Person): Promise<Item> {
  const item = await findItem(person)
  if (!item) throw new Refused(`${person.name} has nothing to report`)
  return item
}

/** Who of them still has a word to say: the sample's year goes on with the calendar. */
export async function withReports(people: readonly Person[]): Promise<Person[]> {
  const found: Person[] = []
  for (const person of people) if (await findItem(person)) found.push(person)
  return found
}

/** Hands in a word on a task, or takes it back: two writes, each acknowledged by itself. */
export function reports(person: Person, ledger: Ledger): () => Promise<void> {
  // Asked for anew after a kill: nobody knows what became of the request under way.
  let item: Item | null = null
  return async () => {
    const mine: Item = item ?? (await getItem(person))
    item = null
    const open = mine.said?.status === 'submitted' ? mine.said.id : null
    const said = open === null ? await submit(person, mine, ledger) : await withdraw(person, open, ledger)
    item = { ...mine, said }
    ledger.writes += 1
  }
}

async function submit(person: Person, { taskId, cycle }: Item, ledger: Ledger): Promise<Item['said']> {
  const answer = { progress: 'unchanged', text: '', needsCoordination: false, values: [], fileIds: [] }
  const answers = [{ taskId, cycle: cycle.key, ...answer }]
  const asked = { clientKey: randomUUID(), seconds: null, answers, questions: [] }
  const { outcomes } = await person.call<Submitted>('POST', '/reports', asked)
  const id = outcomes[0]?.reportId
  if (!id) throw new Refused(`${person.name}: ${JSON.stringify(outcomes)}`)
  ledger.reports.set(id, { owner: person, status: 'submitted' })
  return { id, status: 'submitted' }
}

async function withdraw(person: Person, id: string, ledger: Ledger): Promise<Item['said']> {
  ledger.reports.set(id, { owner: person, status: null })
  await person.call('POST', `/reports/${id}/withdraw`, {})
  ledger.reports.set(id, { owner: person, status: 'withdrawn' })
  return { id, status: 'withdrawn' }
}

const addressOf = (number: number): string => `n${number}@example.gov.cn`

/** Saves a number that grows in a person's own settings. */
export function saves(person: Person, ledger: Ledger): () => Promise<void> {
  let next = 0
  return async () => {
    next += 1
    const number = next
    await person.call('PUT', '/account/notices', {
      byMail: false,
      mailAddress: addressOf(number),
      onlyInbox: [],
      rules: null,
    })
    ledger.settings.set(person, number)
    ledger.writes += 1
  }
}

/** Orders a mail; it is a job that the program does by itself, before a kill or after it. */
export const orders = (person: Person, ledger: Ledger) => async (): Promise<void> => {
  const to = `${randomUUID()}@example.gov.cn`
  await person.call('POST', '/channels/mail/test', { to })
  ledger.mails.add(to)
  ledger.writes += 1
}

/** What was acknowledged and is not there, in words. */
export async function findLost(ledger: Ledger, ids: readonly string[]): Promise<string[]> {
  const lost: string[] = []
  for (const id of ids) {
    const known = ledger.reports.get(id)
    const held = await known?.owner.call<{ status: string }>('GET', `/reports/${id}`).catch(() => undefined)
    if (!held || (known?.status && held.status !== known.status)) lost.push(`report ${id}`)
  }
  for (const [person, number] of ledger.settings) {
    const { mailAddress } = await person.call<{ mailAddress: string }>('GET', '/account/notices')
    if (Number(/^n(\d+)@/.exec(mailAddress)?.[1] ?? 0) < number) lost.push(`settings of ${person.name}: ${number}`)
  }
  return lost
}
