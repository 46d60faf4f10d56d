import type { AccountPorts } from '#modules/office/accounts/server/index.ts'
import type { Db } from '#platform/database/tx.ts'
import type { CalendarSource } from './calendar-source.ts'

/** What the channels need of the outside. */
export interface NoticePorts {
  db: Db
  /** Keeps passwords and webhook addresses under the installation's own secret. */
  seal: AccountPorts['seal']
  /** Hosts in the house that messages may go to, named by whoever runs the program. */
  ownHosts: readonly string[]
  /** Whoever runs the program has opened the sample accounts. */
  sampleOpen: boolean
  /** What the calendars of people are filled from. */
  calendars: readonly CalendarSource[]
  /** What the jobs do, by their names. */
  jobTitles: ReadonlyMap<string, string>
}

export const sealText = (seal: AccountPorts['seal'], text: string): string => seal.close(new TextEncoder().encode(text))
export const openText = (seal: AccountPorts['seal'], sealed: string): string =>
  new TextDecoder().decode(seal.open(sealed))
