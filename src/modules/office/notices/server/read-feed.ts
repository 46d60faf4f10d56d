import { and, eq } from 'drizzle-orm'
import { createEvents, type DateArray, type EventAttributes } from 'ics'
import { addDays } from '#kernel/day.ts'
import { dayOf } from '#kernel/moment.ts'
import { type Holder, listHolders, users } from '#modules/office/accounts/server/index.ts'
import type { Tx } from '#platform/database/tx.ts'
import { foldLines } from '../domain/fold-lines.ts'
import { linkInto } from '../domain/notice.ts'
import type { CalendarEntry } from './calendar-source.ts'
import { hashOfSecret } from './feed-operations.ts'
import { loadHouseRules } from './load-house.ts'
import type { NoticePorts } from './ports.ts'
import { feeds } from './tables.ts'

export interface FeedAddress {
  divisionCode: string
  secret: string
}

/** What a calendar’s file is called leads to; one given before there were several counties in a house is of the home county. */
export function addressOf(file: string, home: string): FeedAddress | undefined {
  const [, divisionCode = home, secret] = /^(?:(\d{6})-)?([\w-]{43})\.ics$/.exec(file) ?? []
  return secret === undefined ? undefined : { divisionCode, secret }
}

const dayLength = 24 * 60 * 60 * 1000
/** A calendar shows the last quarter and the year to come. */
const span = { before: 90 * dayLength, after: 400 * dayLength }

/** The calendar behind a secret of a county as iCalendar text (RFC 5545); undefined when the secret leads to nobody. */
export function readFeed(address: FeedAddress, now: Date, ports: NoticePorts): Promise<string | undefined> {
  return ports.db.transaction(async (tx) => {
    const readers = await listReaders(tx, address, ports)
    const [first] = readers
    if (!first) return undefined
    const { divisionCode, userId, name } = first
    const mine = and(eq(feeds.divisionCode, divisionCode), eq(feeds.userId, userId))
    await tx.update(feeds).set({ lastReadAt: now }).where(mine)
    const from = dayOf(new Date(now.getTime() - span.before))
    const to = dayOf(new Date(now.getTime() + span.after))
    // What one has to do in two mandates stands in the calendar once.
    const entries = new Map<string, CalendarEntry>()
    for (const reader of readers)
      for (const { list } of ports.calendars)
        for (const entry of await list(tx, reader, { from, to, today: dayOf(now) }))
          if (!entries.has(entry.uid)) entries.set(entry.uid, entryFor(entry, reader))
    const { publicAddress } = await loadHouseRules(tx, divisionCode)
    return calendarText([...entries.values()], { now, publicAddress, name })
  })
}

const entryFor = (entry: CalendarEntry, { hasOthers, mandateId, title }: Holder): CalendarEntry =>
  hasOthers ? { ...entry, text: `${entry.text}\n身份：${title}`, link: linkInto(entry.link, mandateId) } : entry

/** Whose calendar it is, in each of their mandates; nobody when the secret leads nowhere or the account is closed. */
async function listReaders(
  tx: Tx,
  { divisionCode, secret }: FeedAddress,
  { sampleOpen }: NoticePorts,
): Promise<Holder[]> {
  const mine = and(eq(feeds.divisionCode, divisionCode), eq(feeds.secretHash, hashOfSecret(secret)))
  const [feed] = await tx
    .select({ userId: feeds.userId, sample: users.sample })
    .from(feeds)
    .innerJoin(users, eq(users.id, feeds.userId))
    .where(mine)
  if (!feed || (feed.sample && !sampleOpen)) return []
  return listHolders(tx, divisionCode, { userIds: [feed.userId] })
}

interface Frame {
  now: Date
  publicAddress: string | null
  name: string
}

const utcArray = (at: Date): DateArray => [
  at.getUTCFullYear(),
  at.getUTCMonth() + 1,
  at.getUTCDate(),
  at.getUTCHours(),
  at.getUTCMinutes(),
]

function dayArray(day: string): DateArray {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  return [year, month, date]
}

function timesOf({
  when,
}: CalendarEntry): Pick<EventAttributes, 'start' | 'startInputType' | 'endInputType'> & { end: DateArray } {
  if ('on' in when) {
    const next = addDays(when.on, 1)
    return { start: dayArray(when.on), end: dayArray(next) }
  }
  return { start: utcArray(when.at), end: utcArray(when.until), startInputType: 'utc', endInputType: 'utc' }
}

/** Control characters have no place in a text (RFC 5545 3.3.11); a lone carriage return would end a line. */
const plain = (text: string): string => text.replace(/\r\n?/g, '\n').replace(/(?![\t\n])\p{Cc}/gu, '')

function calendarText(entries: readonly CalendarEntry[], { now, publicAddress, name }: Frame): string {
  const base = publicAddress?.replace(/\/+$/, '')
  // Read by the library, missing in its types; without it every entry bears the moment the program started.
  const stamp = { timestamp: utcArray(now) }
  const events = entries.map((entry): EventAttributes => {
    const address = base === undefined ? undefined : `${base}${entry.link}`
    return {
      uid: `${entry.uid}@guatu`,
      title: plain(entry.title),
      description: plain(address === undefined ? entry.text : `${entry.text}\n${address}`),
      ...timesOf(entry),
      ...stamp,
      busyStatus: 'on' in entry.when ? 'FREE' : 'BUSY',
    }
  })
  const { error, value } = createEvents(events, {
    calName: `挂图 ${plain(name)}`,
    productId: 'guatu',
    method: 'PUBLISH',
  })
  if (error || value === null) throw error ?? new Error('no calendar')
  return foldLines(value)
}
