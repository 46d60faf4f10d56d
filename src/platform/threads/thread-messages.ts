import type { RefusalKind } from '#kernel/errors.ts'
import { Refusal } from '#kernel/errors.ts'

/** What a thread tells the pool. */
export type ThreadMessage =
  | { type: 'progress'; done: number; total: number; stage: string }
  | { type: 'done'; result: unknown }
  | { type: 'refused'; kind: RefusalKind; code: string; sentence: string; details: unknown }
  | { type: 'failed'; message: string; stack: string | undefined }

export type Failure = Exclude<ThreadMessage, { type: 'progress' | 'done' }>

/** Errors lose their class between threads, so a refusal travels as its parts. */
export function describeFailure(error: unknown): Failure {
  if (error instanceof Refusal) {
    return { type: 'refused', kind: error.kind, code: error.code, sentence: error.message, details: error.details }
  }
  return error instanceof Error
    ? { type: 'failed', message: error.message, stack: error.stack }
    : { type: 'failed', message: String(error), stack: undefined }
}

export function failureOf(message: Failure): Error {
  if (message.type === 'refused') return new Refusal(message.kind, message.code, message.sentence, message.details)
  const error = new Error(message.message)
  error.stack = message.stack ?? error.stack
  return error
}
