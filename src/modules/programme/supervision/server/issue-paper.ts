import { and, eq, sql } from 'drizzle-orm'
import { newId } from '#kernel/ids.ts'
import type { Tx } from '#platform/database/tx.ts'
import type { OrderLevel } from '../domain/order.ts'
import { type Paper, type PaperContent, paperNumber, seriesWord } from '../domain/paper.ts'
import type { SupervisionSettings } from '../domain/settings.ts'
import type { Acted } from './add-entry.ts'
import { papers, series } from './tables.ts'

interface Series {
  divisionCode: string
  word: string
  year: number
}

/**
 * The next number of a series. Two that ask at the same time wait for each other, and one whose transaction fails gives
 * its number back, so that a year's numbers run without a gap.
 */
async function takeSerial(tx: Tx, { divisionCode, word, year }: Series): Promise<number> {
  const [row] = await tx
    .insert(series)
    .values({ divisionCode, word, year, last: 1 })
    .onConflictDoUpdate({
      target: [series.divisionCode, series.word, series.year],
      set: { last: sql`${series.last} + 1` },
    })
    .returning({ last: series.last })
  return row?.last ?? 1
}

/** The number the next paper of a kind would bear; it is given only when the paper goes out. */
export async function peekNumber(tx: Tx, { divisionCode, word, year }: Series): Promise<string> {
  const here = and(eq(series.divisionCode, divisionCode), eq(series.word, word), eq(series.year, year))
  const [row] = await tx.select().from(series).where(here)
  return paperNumber(word, year, (row?.last ?? 0) + 1)
}

interface Issuing {
  programmeId: string
  orderId: string | null
  kind: OrderLevel
  dueOn: string | null
  content: PaperContent
  settings: SupervisionSettings
}

/** Numbers a paper and keeps what it says. */
export async function issuePaper(call: Acted & { today: string }, issuing: Issuing): Promise<Paper> {
  const { tx, actor, now, today } = call
  const { settings, ...given } = issuing
  const year = Number(today.slice(0, 4))
  const word = seriesWord(settings.prefix, issuing.kind)
  const serial = await takeSerial(tx, { divisionCode: actor.divisionCode, word, year })
  const paper: Paper = {
    ...given,
    divisionCode: actor.divisionCode,
    id: newId(now.getTime()),
    word,
    year,
    serial,
    number: paperNumber(word, year, serial),
    issuer: settings.issuer,
    issuedOn: today,
    issuedAt: now,
    issuedBy: actor.name,
  }
  await tx.insert(papers).values(paper)
  return paper
}
