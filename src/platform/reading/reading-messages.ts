import type { RefusalKind } from '#kernel/errors.ts'
import { Refusal } from '#kernel/errors.ts'
import type { ReadDocument, ReadingInput, ReadingLimits } from './document.ts'

/** What the pool tells a worker. */
export interface ReadingJob {
  input: ReadingInput
  limits: Partial<ReadingLimits>
}

/** What a worker tells the pool. */
export type ReadingMessage =
  | { type: 'progress'; done: number; total: number; stage: string }
  | { type: 'done'; document: ReadDocument }
  | { type: 'refused'; kind: RefusalKind; code: string; sentence: string; details: unknown }
  | { type: 'failed'; message: string; stack: string | undefined }

/** Errors lose their class between threads, so a refusal travels as its parts. */
export function describeFailure(error: unknown): ReadingMessage {
  if (error instanceof Refusal) {
    return { type: 'refused', kind: error.kind, code: error.code, sentence: error.message, details: error.details }
  }
  return error instanceof Error
    ? { type: 'failed', message: error.message, stack: error.stack }
    : { type: 'failed', message: String(error), stack: undefined }
}
