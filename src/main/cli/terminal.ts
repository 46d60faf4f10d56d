import type { Readable } from 'node:stream'
import type { Language } from './language.ts'

/** What a command sees of the outside; tests hand in their own. */
export interface Terminal {
  /** Results. */
  out: (text: string | Uint8Array) => void
  /** Everything said about the work: diagnostics, progress, refusals. */
  err: (text: string) => void
  /** Whether a person watches standard error. */
  isWatched: boolean
  stdin: Readable
  language: Language
  environment: NodeJS.ProcessEnv
  /** The moment of the call, stamped on what is written. */
  now: Date
  /** The day deadlines are held against, `YYYY-MM-DD`. */
  today: string
}

/** A command takes its own arguments and gives the exit code: 0 done, 1 something could not be read or is wrong, 2 wrong usage. */
export type Command = (args: string[], terminal: Terminal) => Promise<number>
