import { randomUUID } from 'node:crypto'
import { type Person, Refused } from './person.ts'

/** What the server has acknowledged. */
export interface Ledger {
  /** Statements with the last state that was acknowledged; null while an answer was under way at a kill. */
  statements: Map<string, { owner: Person; status: 'submitted' | 'withdrawn' | null }>
  /** Addresses of mails whose sending was acknowledged. */
  mails: Set<string>
  writes: number
}

interface Inbox {
  programmes: {
    cycle: { key: string }
    items: { taskId: string; cycle: { key: string }; said: { id: string; status: string } | null }[]
  }[]
}

interface Submitted {
  outcomes: { statementId: string | null; refusal: string | null }[]
}

/** A request that breaks off ends the round for its client; an answer of the server that is a refusal is a fault of the bench. */
async function untilKilled(step: () => Promise<void>): Promise<void> {
  for (;;) {
    try {
      await step()
    } catch (error) {
      if (error instanceof Refused) throw error
      return
    }
  }
}

/** Hands in a word on a task and takes it back, over and over: two writes, each acknowledged by itself. */
export async function reportUntilKilled(person: Person, ledger: Ledger): Promise<void> {
  const inbox = await person.call<Inbox>('GET', '/statements/inbox').catch(() => undefined)
  const current = inbox?.programmes[0]
  const item = current?.items.find(({ said, cycle }) => cycle.key === current.cycle.key && said?.status !== 'signed')
  if (!item) return
  let open = item.said?.status === 'submitted' ? item.said.id : null
  await untilKilled(async () => {
    if (open !== null) await withdraw(person, open, ledger)
    open = await submit(person, item, ledger)
  })
}

async function submit(
  person: Person,
  item: Inbox['programmes'][number]['items'][number],
  ledger: Ledger,
): Promise<string> {
  const answer = { progress: 'unchanged', text: '', needsCoordination: false, values: [], fileIds: [] }
  const { outcomes } = await person.call<Submitted>('POST', '/statements', {
    clientKey: randomUUID(),
    seconds: null,
    answers: [{ taskId: item.taskId, cycle: item.cycle.key, ...answer }],
    questions: [],
  })
  const [outcome] = outcomes
  if (!outcome?.statementId) throw new Refused(`${person.name}: ${outcome?.refusal ?? 'nothing said'}`)
  ledger.statements.set(outcome.statementId, { owner: person, status: 'submitted' })
  ledger.writes += 1
  return outcome.statementId
}

async function withdraw(person: Person, statementId: string, ledger: Ledger): Promise<void> {
  ledger.statements.set(statementId, { owner: person, status: null })
  await person.call('POST', `/statements/${statementId}/withdraw`, {})
  ledger.statements.set(statementId, { owner: person, status: 'withdrawn' })
  ledger.writes += 1
}

/** Orders one mail after another; each is a job that the program runs by itself, before the kill or after it. */
export async function mailUntilKilled(person: Person, ledger: Ledger): Promise<void> {
  await untilKilled(async () => {
    const to = `${randomUUID()}@example.gov.cn`
    await person.call('POST', '/channels/mail/test', { to })
    ledger.mails.add(to)
    ledger.writes += 1
  })
}

/** Acknowledged statements that are not as they were acknowledged. */
export async function findLost(ledger: Ledger, ids: readonly string[]): Promise<string[]> {
  const lost: string[] = []
  for (const id of ids) {
    const known = ledger.statements.get(id)
    if (!known) continue
    const held = await known.owner.call<{ status: string }>('GET', `/statements/${id}`).catch(() => undefined)
    if (!held || (known.status !== null && held.status !== known.status)) lost.push(id)
  }
  return lost
}
