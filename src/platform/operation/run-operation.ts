import type { Actor } from '#kernel/actor.ts'
import { everyone, roleTitles } from '#kernel/actor.ts'
import { cleanInput } from '#kernel/clean-text.ts'
import { may, type Operation } from '#kernel/contract.ts'
import { Refusal } from '#kernel/errors.ts'
import { dayOf } from '#kernel/moment.ts'
import { appendEntry } from '#platform/audit/append-entry.ts'
import type { AuditFact } from '#platform/audit/chain.ts'
import type { Db, Tx } from '#platform/database/tx.ts'
import type { Background } from './background.ts'
import type { Call, Implementation, Listener, UploadedFile, Wire } from './implement.ts'
import { accessErrors } from './refusals.ts'

export interface Runtime {
  db: Db
  listeners: readonly Listener[]
  clock: () => Date
  /** Owns the trail of people who are not signed in. */
  homeDivision: string
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
  try {
    authorise(operation, asked.actor)
    const input = operation.input.parse(cleanInput(asked.input))
    const afterwards: Parameters<Call<unknown>['afterCommit']>[0][] = []
    const answer = await runtime.db.transaction(async (tx) => {
      const { call, trace } = openCall(
        { tx, actor, input, file: asked.file ?? noFile, wire: asked.wire ?? noWire, afterwards },
        runtime,
      )
      const result = await implementation.run(call as Call<never>)
      if (leavesTrace(operation))
        await appendEntry(tx, { ...factOf(operation, actor, call.now), outcome: 'done', ...trace() })
      return operation.download ? result : operation.output.parse(result)
    })
    for (const work of afterwards) runtime.background.start(work)
    return answer
  } catch (error) {
    if (leavesTrace(operation)) await traceRefusal(operation, actor, runtime, error)
    throw error
  }
}

function authorise(operation: Operation, actor: Actor | null): void {
  if (operation.by === 'anyone') return
  if (!actor) throw accessErrors.notSignedIn({})
  if (actor.mustChangePassword && !isOfOwnAccount(operation)) throw accessErrors.passwordDue({})
  if (actor.mustSetSecondFactor && !isOfOwnAccount(operation)) throw accessErrors.secondFactorDue({})
  if (!may(actor, operation)) throw accessErrors.notAllowed({ title: operation.title, role: roleTitles[actor.role] })
}

/** What everybody does with their own account: password, devices, second factor. */
const isOfOwnAccount = ({ name, by }: Operation): boolean => name.startsWith('accounts.') && by === everyone

/** Reading leaves no trace; writing and taking a file out of the house do. */
const leavesTrace = (operation: Operation): boolean =>
  operation.method !== 'GET' || (operation.download === true && operation.inline !== true)

/** Who acts when nobody asked: a job. Sees the business of the home county. */
export const systemActor = ({ homeDivision }: Pick<Runtime, 'homeDivision'>): Actor => ({
  userId: '',
  name: '系统',
  role: 'office',
  divisionCode: homeDivision,
  agencyId: null,
})

/** One transaction of the system itself. It leaves a trace under this name when the work says what it was about. */
export async function runWork<T>(
  { name, title }: { name: string; title: string },
  work: (call: Call<unknown>) => Promise<T>,
  runtime: Runtime,
): Promise<T> {
  const actor = systemActor(runtime)
  const afterwards: Parameters<Call<unknown>['afterCommit']>[0][] = []
  const answer = await runtime.db.transaction(async (tx) => {
    const { call, trace } = openCall({ tx, actor, input: {}, file: noFile, wire: noWire, afterwards }, runtime)
    const result = await work(call)
    const said = trace()
    if (said.subject !== '')
      await appendEntry(tx, { ...factOf({ name, title }, actor, call.now), role: 'system', outcome: 'done', ...said })
    return result
  })
  for (const more of afterwards) runtime.background.start(more)
  return answer
}

type Opening = Pick<Call<unknown>, 'tx' | 'actor' | 'input' | 'file' | 'wire'> & {
  tx: Tx
  afterwards: Parameters<Call<unknown>['afterCommit']>[0][]
}

function openCall({ afterwards, ...opening }: Opening, runtime: Runtime) {
  let subject = ''
  let detail: Record<string, unknown> = {}
  const now = runtime.clock()
  const call: Call<unknown> = {
    ...opening,
    now,
    today: dayOf(now),
    emit: async (event, payload) => {
      for (const listener of runtime.listeners.filter((l) => l.event.name === event.name)) {
        await listener.handle(payload as never, call)
      }
    },
    about: (what, more) => {
      subject = what
      detail = more ?? {}
    },
    afterCommit: (work) => void afterwards.push(work),
  }
  return { call, trace: () => ({ subject, detail: JSON.stringify(detail) }) }
}

async function traceRefusal(operation: Operation, actor: Actor, runtime: Runtime, error: unknown): Promise<void> {
  const refused = error instanceof Refusal
  const detail = JSON.stringify({ code: refused ? error.code : 'system.fault' })
  const fact = {
    ...factOf(operation, actor, runtime.clock()),
    outcome: refused ? 'refused' : 'failed',
    subject: '',
    detail,
  } as const
  await runtime.db.transaction((tx) => appendEntry(tx, fact))
}

function factOf(
  operation: Pick<Operation, 'name' | 'title'>,
  actor: Actor,
  at: Date,
): Omit<AuditFact, 'sequence' | 'outcome' | 'subject' | 'detail'> {
  const { userId: actorId, name: actorName, divisionCode } = actor
  const role = actorId === '' ? 'anyone' : actor.role
  return {
    divisionCode,
    at: at.toISOString(),
    actorId,
    actorName,
    role,
    operation: operation.name,
    title: operation.title,
  }
}

function stranger(runtime: Runtime): Actor {
  return { userId: '', name: '未登录', role: 'reporter', divisionCode: runtime.homeDivision, agencyId: null }
}
