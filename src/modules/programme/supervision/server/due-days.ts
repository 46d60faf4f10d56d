import { lastDayOf, movedOn } from '#kernel/period.ts'
import { loadCalendar } from '#modules/office/organisations/server/index.ts'
import type { Call } from '#platform/operation/implement.ts'
import type { PaperChoice } from '../contract.ts'
import type { OrderLevel } from '../domain/order.ts'
import { limitOf, type SupervisionSettings } from '../domain/settings.ts'
import { dueAfter, limitInWords } from '../domain/time-limit.ts'

type Asking = Pick<Call<unknown>, 'tx' | 'actor' | 'today'>

/** The day a person names as the last, moved on where it is a rest day (民法典第二百零三条). */
export const namedDue = async ({ tx, actor }: Omit<Asking, 'today'>, on: string): Promise<string> =>
  movedOn(on, await loadCalendar(tx, actor.divisionCode))

/** These papers, each with its limit and the day it gives when it goes out today. */
export async function choosePapers(
  { tx, actor, today }: Asking,
  kinds: readonly OrderLevel[],
  settings: SupervisionSettings,
): Promise<PaperChoice[]> {
  const calendar = await loadCalendar(tx, actor.divisionCode)
  return kinds.map((kind) => {
    const limit = limitOf(settings, kind)
    return { kind, limit: limitInWords(limit), dueOn: dueAfter(today, limit, calendar) }
  })
}

/** Until when a proposal set aside today rests. */
export async function holdUntil({ tx, actor, today }: Asking, { holdDays }: SupervisionSettings): Promise<string> {
  return lastDayOf(today, { unit: 'day', n: holdDays }, await loadCalendar(tx, actor.divisionCode)).lastOn
}
