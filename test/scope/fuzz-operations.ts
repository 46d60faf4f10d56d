import type { Actor } from '#kernel/actor.ts'
import { answerError } from '#platform/http/answer-errors.ts'
import { type Runtime, runOperation } from '#platform/operation/run-operation.ts'
import { exampleInput } from './example-input.ts'
import { inputs } from './examples.ts'
import { hostileInput, randomOf } from './hostile-input.ts'
import { exampleFile, type Implementation } from './make-records.ts'
import { complaintOf } from './office-sentence.ts'
import type { SampleHouse } from './sample-house.ts'

export interface Fuzzed {
  calls: number
  /** How many were taken, and how many refused with a sentence. */
  done: number
  refused: number
  /** What was answered with a fault: the operation, its input and what was thrown. */
  faults: { operation: string; input: string; thrown: string }[]
  /** Refusals that do not say clearly, and in Chinese alone, what was wrong. */
  unclear: string[]
}

const undo = new Error('undone')

/** The same county after every call: what a call writes is taken back, what it would do afterwards is not begun. */
export function takingBack(runtime: Runtime): Runtime {
  const transaction: Runtime['db']['transaction'] = async (work, settings) => {
    const kept: { answer?: unknown } = {}
    const back = runtime.db.transaction(async (tx) => {
      kept.answer = await work(tx)
      throw undo
    }, settings)
    await back.catch((error: unknown) => {
      if (error !== undo) throw error
    })
    return kept.answer as never
  }
  const db = new Proxy(runtime.db, { get: (of, key) => (key === 'transaction' ? transaction : Reflect.get(of, key)) })
  return { ...runtime, db, background: { start: () => undefined, idle: async () => undefined } }
}

const silent = { error: () => undefined, warn: () => undefined }

const thrownBy = (error: unknown): string =>
  error instanceof Error
    ? [error.message, error.cause && thrownBy(error.cause)].filter(Boolean).join(' ← ').slice(0, 600)
    : String(error)

/** Asks an operation so many times with inputs that are odd in one to three places. */
export async function fuzzOperation(
  house: Pick<SampleHouse, 'system'>,
  implementation: Implementation,
  { actors, ids, times, seed }: { actors: readonly Actor[]; ids: Record<string, string>; times: number; seed: number },
): Promise<Fuzzed> {
  const { operation } = implementation
  const random = randomOf(seed)
  const runtime = takingBack(house.system.runtime)
  const result: Fuzzed = { calls: times, done: 0, refused: 0, faults: [], unclear: [] }
  for (let i = 0; i < times; i++) {
    const own = inputs[operation.name]
    const input = hostileInput(
      exampleInput(operation, ids, own, (n) => Math.floor(random() * n)),
      random,
    )
    const actor = actors[i % actors.length] ?? null
    const file = operation.upload ? { file: exampleFile } : {}
    try {
      await runOperation(implementation, { input, actor, ...file }, runtime)
      result.done += 1
    } catch (error) {
      const { code, message } = answerError(error, silent as never).body.error
      const complaint = complaintOf(message, JSON.stringify(input))
      if (complaint) result.unclear.push(complaint)
      if (code !== 'system.fault') result.refused += 1
      else
        result.faults.push({
          operation: operation.name,
          input: JSON.stringify(input).slice(0, 500),
          thrown: thrownBy(error),
        })
    }
  }
  return result
}
