import type { RefusalKind } from '#kernel/errors.ts'
import { Refusal } from '#kernel/errors.ts'
import { readingErrors } from '#platform/reading/errors.ts'

/** What a thread tells the pool. */
export type ThreadMessage =
  | { type: 'progress'; done: number; total: number; stage: string }
  | { type: 'done'; result: unknown }
  | { type: 'refused'; kind: RefusalKind; code: string; sentence: string; details: unknown }
  | { type: 'failed'; message: string; stack: string | undefined }

export type Failure = Exclude<ThreadMessage, { type: 'progress' | 'done' }>

/** Errors lose their class between threads, so a refusal travels as its parts. */
export function describeFailure(thrown: unknown): Failure {
  const error = isTooDeep(thrown) ? readingErrors.tooDeep({}) : thrown
  if (error instanceof Refusal) {
    return { type: 'refused', kind: error.kind, code: error.code, sentence: error.message, details: error.details }
  }
  return error instanceof Error
    ? { type: 'failed', message: error.message, stack: error.stack }
    : { type: 'failed', message: String(error), stack: undefined }
}

/** What is nested without end exhausts the stack of whoever walks it: the file's doing, not a fault of ours. */
const isTooDeep = (error: unknown): boolean => error instanceof RangeError && error.message.includes('call stack')

export function failureOf(message: Failure): Error {
  if (message.type === 'refused') return new Refusal(message.kind, message.code, message.sentence, message.details)
  const error = new Error(message.message)
  error.stack = message.stack ?? error.stack
  return error
}
