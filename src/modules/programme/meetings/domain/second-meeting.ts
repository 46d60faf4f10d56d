import { shortDay } from '#kernel/day.ts'
import type { AgendaReason } from './agenda.ts'
import { isUpcoming, type Meeting } from './meeting.ts'
import type { ProposedItem } from './propose-agenda.ts'
import { periodOfMeeting } from './series.ts'

/** An item on the agenda of an earlier meeting of the same period. */
export interface EarlierItem {
  key: string | null
  reasons: readonly AgendaReason[]
  meeting: Pick<Meeting, 'title' | 'heldOn' | 'state'>
}

const orderOf = ({ heldOn, startsAt, plannedAt, id }: Meeting): string =>
  [heldOn, startsAt ?? '', plannedAt.toISOString(), id].join(' ')

/**
 * The meetings of the same series and period that come before this one. One called off does not count, nor one whose day went
 * by without a record: whether it talked about anything is not known.
 */
export function listEarlier(meeting: Meeting, all: readonly Meeting[], today: string): Meeting[] {
  const period = periodOfMeeting(meeting)
  if (period === null) return []
  return all.filter(
    (one) =>
      one.seriesKey === meeting.seriesKey &&
      periodOfMeeting(one)?.start === period.start &&
      orderOf(one) < orderOf(meeting) &&
      one.state !== 'cancelled' &&
      (!isUpcoming(one) || one.heldOn >= today),
  )
}

const idsOf = ({ refs }: AgendaReason): string =>
  refs
    .map(({ id }) => id)
    .sort()
    .join(' ')

/** A colour that stayed or got better is known whatever its figures are today; all else by its records. */
function isKnown(reason: AgendaReason, { reasons, meeting }: EarlierItem): boolean {
  if (reason.kind === 'red') return reasons.some(({ kind }) => kind === 'red')
  if (reason.kind === 'yellow') return reasons.some(({ kind }) => kind === 'red' || kind === 'yellow')
  // What a meeting before decided and nobody has done is what the first meeting left.
  if (reason.kind === 'decision' && !isUpcoming(meeting)) return false
  return reasons.some((known) => known.kind === reason.kind && idsOf(known) === idsOf(reason))
}

/**
 * Why an item is not for this meeting: an earlier one of the same period has it on its agenda and nothing was added since.
 * Null when it is for this meeting.
 */
export function whyRepeated({ key, reasons }: ProposedItem, earlier: readonly EarlierItem[]): string | null {
  const known = earlier.filter((one) => one.key === key)
  const [last] = known.slice(-1)
  if (!last || !reasons.every((reason) => known.some((one) => isKnown(reason, one)))) return null
  const { title, heldOn, state } = last.meeting
  return isUpcoming({ state })
    ? `已列入${shortDay(heldOn)}“${title}”的议程`
    : `${shortDay(heldOn)}“${title}”已议，此后没有新情况`
}
