import type { CalendarYear } from '#kernel/calendar.ts'
import { listCountyYears, listDivisionAgencies } from '#modules/office/organisations/server/index.ts'
import type { Tx } from '#platform/database/tx.ts'
import { type JobKind, threads } from '#platform/threads/thread-pool.ts'
import type { CompiledMinutes } from '../domain/compile-minutes.ts'
import type { Meeting } from '../domain/meeting.ts'

export interface MinutesJob {
  text: string
  /** The day of the meeting. */
  on: string
  /** Names of the register. */
  known: string[]
  /** The calendar years the county has entered. */
  years: CalendarYear[]
}

const compiling: JobKind<MinutesJob, CompiledMinutes> = { beside: import.meta.url, worker: 'compile-minutes-worker' }

/** Every name of the register, as minutes may write it. */
export async function namesOfRegister(tx: Tx, { divisionCode }: Meeting): Promise<string[]> {
  const agencies = await listDivisionAgencies(tx, divisionCode)
  return agencies.flatMap(({ name, shortName, aliases }) => [
    name,
    ...(shortName ? [shortName] : []),
    ...aliases.map((alias) => alias.name),
  ])
}

/** What the compiler needs to know beside the words. */
export const wordsOf = async (tx: Tx, meeting: Meeting, text: string): Promise<MinutesJob> => ({
  text,
  on: meeting.heldOn,
  known: await namesOfRegister(tx, meeting),
  years: await listCountyYears(tx, meeting.divisionCode),
})

/** Compiles the words of a meeting on a thread, bounded in time and memory; never inside a transaction. */
export const compileWords = (words: MinutesJob): Promise<CompiledMinutes> => threads.run(compiling, words)
