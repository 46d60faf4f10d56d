import type { z } from 'zod'
import type { Actor } from '#kernel/actor.ts'
import type { FormOperation, Operation, PlainOperation } from '#kernel/contract.ts'
import type { EventType } from '#kernel/event.ts'
import type { Rule } from '#kernel/rule.ts'
import type { Workflow } from '#kernel/workflow.ts'
import type { Reference } from '#platform/database/reference.ts'
import type { Db, Tx } from '#platform/database/tx.ts'
import type { Finder } from './finder.ts'
import type { UniqueRows } from './unique-rows.ts'

/** The bytes of an upload with the name its owner gave it. */
export interface UploadedFile {
  name: string
  bytes: Uint8Array
}

/** A file to send as it is. */
export interface FileAnswer {
  name: string
  mediaType: string
  bytes: Uint8Array
}

/** A file sent from where it lies on the disk, however large it is. */
export interface KeptFile {
  name: string
  mediaType: string
  path: string
}

export type Emit = <T extends z.ZodType>(event: EventType<T>, payload: z.output<T>) => Promise<void>

/** The little of the web a handler may need: signing in reads and sets cookies. */
export interface Wire {
  headers: Headers
  address: string
  setCookie: (line: string) => void
  /** Tells the version of a form, where one is asked for or has been saved. */
  setVersion?: (version: string) => void
}

/** What was asked, by whom, when. */
interface Asking<I> {
  input: I
  file: UploadedFile
  actor: Actor
  wire: Wire
  now: Date
  /** The day of the call where the county lies (UTC+8). */
  today: string
  /** Names what was touched, for the audit trail: `规划《…》`. Said before a refusal, it names what the refused act was about. */
  about: (subject: string, detail?: Record<string, unknown>) => void
}

/**
 * What the work before the transaction is given. It holds no connection: here foreign bytes are read in a thread and
 * passwords hashed, however long that takes.
 */
export interface Preparing<I> extends Asking<I> {
  /** A short transaction that stands by itself, whatever becomes of the operation. */
  transaction: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>
}

/** What a handler is given. There is no clock and no session beyond this. */
export interface Call<I, P = unknown> extends Asking<I> {
  tx: Tx
  /** What the work before the transaction found. */
  prepared: P
  emit: Emit
  /** Runs once the transaction is committed; for work that must see it, such as reading an uploaded file. */
  afterCommit: (work: () => void | Promise<void>) => void
}

export interface Implementation {
  operation: Operation
  prepare?: (asked: Preparing<never>) => Promise<unknown>
  run: (call: Call<never, never>) => Promise<unknown>
  /** What the form edits, as it is stored now; see `implementForm`. */
  current?: (call: Call<never>) => Promise<FormValues>
}

/** The stored values of a form under the names of its fields, as JSON tells them. No secrets: they go to the browser. */
export type FormValues = Readonly<Record<string, unknown>>

type Prepare<I extends z.ZodObject, P> = (asked: Preparing<z.output<I>>) => Promise<P>

/** Joins a contract line with its handler. */
export const implement = <I extends z.ZodObject, O extends z.ZodType>(
  operation: PlainOperation<I, O>,
  run: (call: Call<z.output<I>, undefined>) => Promise<z.output<O>>,
): Implementation => joined(operation, run)

/**
 * The same with work that takes long or reads foreign bytes: it comes first, before a transaction opens.
 * @param prepare its result is the handler's `prepared`
 */
export const implementPrepared = <I extends z.ZodObject, O extends z.ZodType, P>(
  operation: PlainOperation<I, O>,
  prepare: Prepare<I, P>,
  run: (call: Call<z.output<I>, P>) => Promise<z.output<O>>,
): Implementation => joined(operation, run, prepare)

/**
 * Joins a contract line that overwrites a form with its handler.
 * @param current the stored values the form edits. It refuses whom the handler refuses, and of the input it may use the
 * path parameters only: it also answers who opens the form.
 */
export function implementForm<I extends z.ZodObject, O extends z.ZodType>(
  operation: FormOperation<I, O>,
  current: (call: Call<z.output<I>>) => Promise<FormValues>,
  run: (call: Call<z.output<I>>) => Promise<z.output<O>>,
): Implementation {
  return { operation, run, current } as unknown as Implementation
}

/** The same for an operation whose answer is a file. */
export const implementDownload = <I extends z.ZodObject>(
  operation: Operation<I>,
  run: (call: Call<z.output<I>, undefined>) => Promise<FileAnswer | KeptFile>,
): Implementation => joined(operation, run)

/** The way in parses the input before either function sees it; here their types are forgotten. */
const joined = (operation: unknown, run: unknown, prepare?: unknown): Implementation =>
  ({ operation, run, ...(prepare !== undefined && { prepare }) }) as Implementation

export interface Listener {
  event: EventType
  /** What it does, in a few words of English. */
  effect: string
  handle: (payload: never, call: Call<unknown>) => Promise<void>
}

/**
 * What a module does when another tells a fact; it runs in the teller's transaction.
 * @param effect what follows, in a few words of English; docs/generated/reactions.md lists it beside the fact
 */
export function listen<T extends z.ZodType>(
  event: EventType<T>,
  effect: string,
  handle: (payload: z.output<T>, call: Call<unknown>) => Promise<void>,
): Listener {
  return { event, effect, handle: handle as Listener['handle'] }
}

/** What a job is given. It acts as nobody in particular: the actor is the system itself, in the county the job is for. */
export interface JobCall<P> {
  payload: P
  db: Db
  actor: Actor
  now: Date
  /** The day of the run where the county lies (UTC+8). */
  today: string
  /** A step of the job, committed by itself; a job that is run again passes through it again. */
  transaction: <T>(work: (call: Call<unknown>) => Promise<T>) => Promise<T>
  /** The last step: its writes and the end of the job are one commit, so that they happen once whatever is killed when. */
  finish: <T>(work: (call: Call<unknown>) => Promise<T>) => Promise<T>
}

/** Work done after an answer, or by the clock; made with `defineJob`. */
export interface Job<P extends z.ZodType = z.ZodType> {
  name: string
  /** Names it had before, the first one first: under them it may still be waiting. */
  formerly?: readonly string[]
  /** What it does, in the words of the office; shown to the administrator when it fails. */
  title: string
  /** Work on the machine itself or for the house as a whole: it acts in the home county, whoever asked for it. */
  ofHouse?: true
  /** The counties that have something for it to do: where the clock starts it, it is done once for each, by itself. */
  counties?: (tx: Tx) => Promise<readonly string[]>
  payload: P
  run: (call: JobCall<never>) => Promise<void>
}

/** A job that starts by the clock, each time once (for each county) however many programs share the database. */
export interface Schedule {
  job: Job
  /** Five fields, read in UTC: `30 0 * * *` is 08:30 in the county. */
  cron: string
  payload: Record<string, unknown>
  /** Left out where time is moved by hand (tests, the sample year): for work on the machine itself. */
  onlyLive?: true
}

/** A procedure as it is drawn: its states and the steps between them. */
export type Procedure = Pick<Workflow<string, string>, 'name' | 'titles' | 'steps'>

/** A rule as it is listed: what it says, where that is taken from, for which days. */
export type RuleInWords = Pick<Rule<never, never>, 'clause' | 'when' | 'source' | 'validFrom' | 'validTo'>

/** A module's table of contents. */
export interface Module {
  name: string
  title: string
  operations: readonly Implementation[]
  listens: readonly Listener[]
  /** The facts it tells others. */
  tells?: readonly EventType[]
  /** The procedures its records go through. */
  procedures?: readonly Procedure[]
  /** Every edition of every rule it judges by. */
  rules?: readonly RuleInWords[]
  jobs?: readonly Job[]
  schedules?: readonly Schedule[]
  /** What in its tables names rows of other owners. */
  references?: readonly Reference[]
  /** What people find in it by words. */
  finds?: readonly Finder[]
  /** The sentences of its tables' unique indexes. */
  unique?: UniqueRows
  /** Of a registry: the table of what is true now, `alliances.alliance`, and the field its records are known by. */
  registry?: {
    table: string
    key: string
    /** Gives rows a migration has brought the words they are found by, which PostgreSQL cannot make. */
    makeFindable: (tx: Tx) => Promise<void>
  }
}

export const defineModule = (module: Module): Module => module
