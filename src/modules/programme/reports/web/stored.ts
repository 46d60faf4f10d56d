import { z } from 'zod'
import { Answer } from '../domain/report.ts'

const Begun = Answer.partial()

/** A `LocalDraft`; one kept by an earlier version of the program is not known to be saved. */
const Kept = z.object({
  answer: Begun,
  at: z.number(),
  asOf: z.number().nullable().default(null),
  tried: z.array(Begun).default([]),
  isSaved: z.boolean().default(false),
})

/** A press not yet answered: sent again under the same key until it is. */
const Pressed = z.object({
  clientKey: z.string(),
  seconds: z.number().nullable(),
  answers: z.array(
    Answer.extend({ taskId: z.string(), cycle: z.string(), asOf: z.coerce.date().nullable().default(null) }),
  ),
  questions: z.array(z.object({ questionId: z.string(), answer: z.string() })),
})
export type Pressed = z.infer<typeof Pressed>

const Stored = z.object({
  drafts: z.record(z.string(), Kept),
  pressed: Pressed.nullable(),
  /** To the questions of the cycle, by their ids; handed in with the next press. */
  replies: z.record(z.string(), z.string()).default({}),
})
export type Stored = z.infer<typeof Stored>

const nothing: Stored = { drafts: {}, pressed: null, replies: {} }

/** What cannot be read is as good as nothing. */
export function parseStored(text: string | null): Stored {
  try {
    const parsed = Stored.safeParse(JSON.parse(text ?? 'null'))
    return parsed.success ? parsed.data : nothing
  } catch {
    return nothing
  }
}

/** What this browser holds of the present person's answers for one agency. */
export interface DraftStore {
  read: () => Stored
  /** Written at every touch, before anything travels. */
  change: (change: (old: Stored) => Stored) => void
  watch: (watcher: () => void) => () => void
}
