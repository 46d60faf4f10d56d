import type { z } from 'zod'
import type { Actor } from '#kernel/actor.ts'
import type { Operation } from '#kernel/contract.ts'
import type { EventType } from '#kernel/event.ts'
import type { Tx } from '#platform/database/tx.ts'

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

export type Emit = <T extends z.ZodType>(event: EventType<T>, payload: z.output<T>) => Promise<void>

/** The little of the web a handler may need: signing in reads and sets cookies. */
export interface Wire {
  headers: Headers
  address: string
  setCookie: (line: string) => void
}

/** What a handler is given. There is no clock and no session beyond this. */
export interface Call<I> {
  input: I
  file: UploadedFile
  tx: Tx
  actor: Actor
  wire: Wire
  now: Date
  /** The day of the call where the county lies (UTC+8). */
  today: string
  emit: Emit
  /** Names what was touched, for the audit trail: `规划《…》`. */
  about: (subject: string, detail?: Record<string, unknown>) => void
  /** Runs once the transaction is committed; for work that must see it, such as reading an uploaded file. */
  afterCommit: (work: () => void | Promise<void>) => void
}

export interface Implementation {
  operation: Operation
  run: (call: Call<never>) => Promise<unknown>
}

/** Joins a contract line with its handler. */
export function implement<I extends z.ZodObject, O extends z.ZodType>(
  operation: Operation<I, O>,
  run: (call: Call<z.output<I>>) => Promise<z.output<O>>,
): Implementation {
  return { operation: operation as unknown as Operation, run: run as (call: Call<never>) => Promise<unknown> }
}

/** The same for an operation whose answer is a file. */
export function implementDownload<I extends z.ZodObject>(
  operation: Operation<I>,
  run: (call: Call<z.output<I>>) => Promise<FileAnswer>,
): Implementation {
  return { operation: operation as unknown as Operation, run: run as (call: Call<never>) => Promise<unknown> }
}

export interface Listener {
  event: EventType
  handle: (payload: never, call: Call<unknown>) => Promise<void>
}

/** What a module does when another tells a fact; it runs in the teller's transaction. */
export function listen<T extends z.ZodType>(
  event: EventType<T>,
  handle: (payload: z.output<T>, call: Call<unknown>) => Promise<void>,
): Listener {
  return { event, handle: handle as Listener['handle'] }
}

/** A module's table of contents. */
export interface Module {
  name: string
  title: string
  operations: readonly Implementation[]
  listens: readonly Listener[]
}

export const defineModule = (module: Module): Module => module
