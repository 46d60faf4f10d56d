import { type Actor, actorOf, everyone, roleTitles } from '#kernel/actor.ts'
import { may, type Operation, parametersOf } from '#kernel/contract.ts'
import { Refusal } from '#kernel/errors.ts'
import { dayOf } from '#kernel/moment.ts'
import { partyWord } from '#kernel/party.ts'
import { appendEntry } from '#platform/audit/append-entry.ts'
import type { AuditFact } from '#platform/audit/chain.ts'
import type { Owner } from '#platform/database/same-row.ts'
import type { Db, Tx } from '#platform/database/tx.ts'
import type { Background } from './background.ts'
import { sentenceOf } from './fault-sentences.ts'
import { keepVersion, tellVersion } from './form-version.ts'
import type { Call, Implementation, Listener, Preparing, UploadedFile, Wire } from './implement.ts'
import { parseInput } from './parse-input.ts'
import { accessErrors } from './refusals.ts'
import { repeatCrossed } from './repeat-crossed.ts'
import { refusalOfIndex, type UniqueRows } from './unique-rows.ts'

export interface Runtime {
  db: Db
  listeners: readonly Listener[]
  clock: () => Date
  /** Owns the trail of people who are not signed in. */
  homeDivision: string
  /** What people are told where a unique index refuses their row. */
  unique: UniqueRows
  background: Background
}

export interface Asked {
  input: Record<string, unknown>
  file?: UploadedFile
  actor: Actor | null
  wire?: Wire
}

/** For callers that are not on the web: the command line, the first start. */
const noWire: Wire = { headers: new Headers(), address: '', setCookie: () => undefined }
const noFile: UploadedFile = { name: '', bytes: new Uint8Array() }

/**
 * The one way a request reaches the business: grant, validation, transaction, handler, listeners, trace.
 * @returns the answer checked and cut to the contract's output, or the file of a download
 */
export async function runOperation(implementation: Implementation, asked: Asked, runtime: Runtime): Promise<unknown> {
  const { operation } = implementation
  const actor = asked.actor ?? stranger(runtime)
  const { file = noFile, wire = noWire } = asked
  const said = openTrace(operation, asked.input, wire)
  try {
    authorise(operation, asked.actor)
    const input = parseInput(operation.input, asked.input)
    const asking = { input, file, actor, wire, ...nowOf(runtime), about: said.about }
    const transaction = <T>(work: (tx: Tx) => Promise<T>) => runtime.db.transaction(work)
    const prepared = await implementation.prepare?.({ ...asking, transaction } as Preparing<never>)
    let afterwards: Afterwards = []
    const attempt = async (tx: Tx) => {
      afterwards = []
      const call = openCall({ ...asking, tx, prepared, afterwards }, runtime)
      await keepVersion(implementation, call, asked.wire)
      const result = await implementation.run(call as Call<never, never>)
      await tellVersion(implementation, call, asked.wire)
      if (leavesTrace(operation))
        await appendEntry(tx, { ...factOf(operation, actor, call.now), outcome: 'done', ...said.trace() })
      return operation.download ? result : operation.output.parse(result)
    }
    const answer = await repeatCrossed(() => runtime.db.transaction(attempt))
    for (const work of afterwards) runtime.background.start(work)
    return answer
  } catch (thrown) {
    const error = refusalOfIndex(thrown, runtime.unique) ?? thrown
    // Whoever is nobody and may do nothing could otherwise fill the trail; a sign-in that fails is traced as one.
    const isNobodys = operation.by !== 'anyone' && asked.actor === null
    if (leavesTrace(operation) && !isNobodys)
      await traceRefusal({ operation, actor, error, said: said.refused() }, runtime)
    throw error
  }
}

function authorise(operation: Operation, actor: Actor | null): void {
  if (operation.by === 'anyone') return
  if (!actor) throw accessErrors.notSignedIn({})
  if (actor.isElsewhere && !isOfOwnAccount(operation)) throw accessErrors.otherMandate({})
  if (actor.mustChangePassword && !isOfOwnAccount(operation)) throw accessErrors.passwordDue({})
  if (actor.mustSetSecondFactor && !isOfOwnAccount(operation)) throw accessErrors.secondFactorDue({})
  if (!may(actor, operation)) throw accessErrors.notAllowed({ title: operation.title, role: roleTitles[actor.role] })
}

/** Whether the operation would let this person in; asked before a body is read. */
export function isAdmitted(operation: Operation, actor: Actor | null): boolean {
  try {
    authorise(operation, actor)
    return true
  } catch {
    return false
  }
}

/** What everybody does with their own account: password, devices, second factor. */
const isOfOwnAccount = ({ name, by }: Operation): boolean => name.startsWith('accounts.') && by === everyone

/** Reading leaves no trace; writing and taking a file out of the house do. */
const leavesTrace = (operation: Operation): boolean =>
  operation.method !== 'GET' || (operation.download === true && operation.inline !== true)

/** Who acts when nobody asked: a job. Sees the business of the county it is for. */
export const systemActor = ({ divisionCode }: Owner): Actor =>
  actorOf({ userId: '', name: '系统' }, { id: '', role: 'office', divisionCode, party: null })

/** One transaction of the system itself, in a county. It leaves a trace under this name when the work says what it was about. */
export async function runWork<T>(
  { name, title, divisionCode }: { name: string; title: string } & Owner,
  work: (call: Call<unknown>) => Promise<T>,
  runtime: Runtime,
): Promise<T> {
  const actor = systemActor({ divisionCode })
  const afterwards: Afterwards = []
  const said = openTrace({ route: '' }, {}, noWire)
  const asking = { input: {}, file: noFile, actor, wire: noWire, ...nowOf(runtime), about: said.about }
  const answer = await runtime.db.transaction(async (tx) => {
    const call = openCall({ ...asking, tx, prepared: undefined, afterwards }, runtime)
    const result = await work(call)
    const { subject, detail } = said.trace()
    if (subject !== '') {
      const fact = factOf({ name, title }, actor, call.now)
      await appendEntry(tx, { ...fact, role: 'system', outcome: 'done', subject, detail })
    }
    return result
  })
  for (const more of afterwards) runtime.background.start(more)
  return answer
}

type Afterwards = Parameters<Call<unknown>['afterCommit']>[0][]

const nowOf = ({ clock }: Runtime) => {
  const now = clock()
  return { now, today: dayOf(now) }
}

/** What an operation says it was about, and, where it is refused before it says so, whom and what the address named. */
function openTrace({ route }: Pick<Operation, 'route'>, input: Record<string, unknown>, { address }: Wire) {
  let subject = ''
  let detail: Record<string, unknown> = {}
  const named = parametersOf(route).flatMap((name) => {
    const value = input[name]
    return typeof value === 'string' ? [[name, value.slice(0, 64)]] : []
  })
  return {
    about: (what: string, more?: Record<string, unknown>) => {
      subject = what
      detail = more ?? {}
    },
    trace: () => ({ subject, detail: JSON.stringify(detail) }),
    refused: () => ({
      subject,
      detail: { ...detail, ...Object.fromEntries(named), ...(address !== '' && { address }) },
    }),
  }
}

function openCall<A extends Omit<Call<unknown>, 'emit' | 'afterCommit'>>(
  { afterwards, ...opening }: A & { afterwards: Afterwards },
  { listeners }: Runtime,
): Call<unknown> {
  const call: Call<unknown> = {
    ...opening,
    emit: async (event, payload) => {
      for (const listener of listeners.filter((l) => l.event.name === event.name)) {
        await listener.handle(payload as never, call)
      }
    },
    afterCommit: (work) => void afterwards.push(work),
  }
  return call
}

interface Refused {
  operation: Operation
  actor: Actor
  error: unknown
  said: { subject: string; detail: Record<string, unknown> }
}

/** Input that does not fit, an act that is refused and a fault of ours are three things. */
function judgeFailure(error: unknown): { outcome: 'refused' | 'failed'; code: string } {
  if (error instanceof Refusal) return { outcome: 'refused', code: error.code }
  const told = sentenceOf(error)
  if (told) return { outcome: told.kind === 'unavailable' ? 'failed' : 'refused', code: told.code }
  return { outcome: 'failed', code: 'system.fault' }
}

async function traceRefusal({ operation, actor, error, said }: Refused, runtime: Runtime): Promise<void> {
  const { outcome, code } = judgeFailure(error)
  const detail = JSON.stringify({ ...said.detail, code })
  const fact = { ...factOf(operation, actor, runtime.clock()), outcome, subject: said.subject, detail }
  await runtime.db.transaction((tx) => appendEntry(tx, fact))
}

function factOf(
  operation: Pick<Operation, 'name' | 'title'>,
  actor: Actor,
  at: Date,
): Omit<AuditFact, 'sequence' | 'outcome' | 'subject' | 'detail'> {
  const { userId: actorId, name: actorName, divisionCode, party } = actor
  const role = actorId === '' ? 'anyone' : actor.role
  return {
    divisionCode,
    at: at.toISOString(),
    actorId,
    actorName,
    role,
    operation: operation.name,
    title: operation.title,
    party: partyWord(party),
  }
}

function stranger(runtime: Runtime): Actor {
  return actorOf(
    { userId: '', name: '未登录' },
    { id: '', role: 'reporter', divisionCode: runtime.homeDivision, party: null },
  )
}
