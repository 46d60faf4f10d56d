import { and, eq, lt, sql } from 'drizzle-orm'
import { newId } from '#kernel/ids.ts'
import type { Tx } from '#platform/database/tx.ts'
import type { Call } from '#platform/operation/implement.ts'
import { supervisionErrors } from '../domain/errors.ts'
import { type Issuing, missingNumbers, seriesWord } from '../domain/issuing.ts'
import type { OrderLevel } from '../domain/order.ts'
import { formOfPaper, type Paper, type PaperContent, paperNumber } from '../domain/paper.ts'
import { PaperForm } from '../domain/paper-form.ts'
import type { SupervisionSettings } from '../domain/settings.ts'
import type { SeriesView } from '../domain/views.ts'
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

type Asking = Pick<Call<unknown>, 'tx' | 'actor' | 'today'>

const yearOf = (today: string): number => Number(today.slice(0, 4))

/** The series of this year: which number comes next, which before it no paper here bears. */
export async function listSeries({ tx, actor, today }: Asking, settings: Issuing): Promise<SeriesView[]> {
  const { divisionCode } = actor
  const year = yearOf(today)
  const rows = await tx
    .select({ word: papers.word, serial: papers.serial })
    .from(papers)
    .where(and(eq(papers.divisionCode, divisionCode), eq(papers.year, year)))
  const lasts = await tx
    .select()
    .from(series)
    .where(and(eq(series.divisionCode, divisionCode), eq(series.year, year)))
  return PaperForm.options.map((form) => {
    const word = seriesWord(settings, form)
    const last = lasts.find((one) => one.word === word)?.last ?? 0
    const used = rows.filter((row) => row.word === word).map(({ serial }) => serial)
    return { form, next: paperNumber(word, year, last + 1), missing: missingNumbers(used, last) }
  })
}

/** The series goes on behind a number that was used elsewhere; never back. */
export async function passOver({ tx, actor, today }: Asking, word: string, last: number): Promise<void> {
  const of = { divisionCode: actor.divisionCode, word, year: yearOf(today) }
  const moved = await tx
    .insert(series)
    .values({ ...of, last })
    .onConflictDoUpdate({
      target: [series.divisionCode, series.word, series.year],
      set: { last },
      setWhere: lt(series.last, last),
    })
    .returning({ last: series.last })
  if (moved.length > 0) return
  const [row] = await tx
    .select()
    .from(series)
    .where(and(eq(series.divisionCode, of.divisionCode), eq(series.word, word), eq(series.year, of.year)))
  throw supervisionErrors.numberUsed({ word, last: row?.last ?? 0 })
}

interface Paperwork {
  programmeId: string
  orderId: string | null
  kind: OrderLevel
  dueOn: string | null
  content: PaperContent
  settings: SupervisionSettings
}

/** Numbers a paper and keeps what it says. */
export async function issuePaper(call: Acted & { today: string }, issuing: Paperwork): Promise<Paper> {
  const { tx, actor, now, today } = call
  const { settings, ...given } = issuing
  const year = yearOf(today)
  const word = seriesWord(settings, formOfPaper(issuing))
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
