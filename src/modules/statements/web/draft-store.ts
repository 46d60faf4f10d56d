import { z } from 'zod'
import { Answer } from '../domain/statement.ts'
import type { Begun } from './answers.ts'

const Kept = z.object({ answer: Answer.partial(), at: z.number() })

/** A press not yet answered: sent again under the same key until it is. */
const Pressed = z.object({
  clientKey: z.string(),
  seconds: z.number().nullable(),
  answers: z.array(Answer.extend({ taskId: z.string(), cycle: z.string() })),
  questions: z.array(z.object({ questionId: z.string(), answer: z.string() })),
})
export type Pressed = z.infer<typeof Pressed>

const Stored = z.object({ drafts: z.record(z.string(), Kept), pressed: Pressed.nullable() })
export type Stored = z.infer<typeof Stored>

export const nothing: Stored = { drafts: {}, pressed: null }

const place = (owner: string): string => `guatu.statements.${owner}`

/** What this browser holds for a person; what cannot be read is as good as nothing. */
export function readStored(owner: string): Stored {
  try {
    const parsed = Stored.safeParse(JSON.parse(localStorage.getItem(place(owner)) ?? 'null'))
    return parsed.success ? parsed.data : nothing
  } catch {
    return nothing
  }
}

/** Written at every touch, before anything travels. @returns false where the browser keeps nothing */
export function writeStored(owner: string, stored: Stored): boolean {
  try {
    localStorage.setItem(place(owner), JSON.stringify(stored))
    return true
  } catch {
    return false
  }
}

/** The newer of what the browser and what the server hold. */
export function newer(
  local: { answer: Begun; at: number } | undefined,
  server: { answer: Begun; savedAt: Date } | null,
): { answer: Begun; at: number } | undefined {
  const kept = server ? { answer: server.answer, at: server.savedAt.getTime() } : undefined
  if (!local || !kept) return local ?? kept
  return local.at >= kept.at ? local : kept
}
