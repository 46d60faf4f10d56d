import { parseCronItem } from 'graphile-worker'

const minute = 60_000
/** Longer gaps between two occurrences are not looked for. */
const horizon = 62 * 24 * 60 * minute

/** The last whole minute in (since, until] at which a schedule falls due, read in UTC; undefined when there is none. */
export function latestOccurrence(cron: string, since: Date, until: Date): Date | undefined {
  const { match } = parseCronItem({ task: 'any', match: cron })
  const earliest = Math.max(since.getTime(), until.getTime() - horizon)
  for (let time = Math.floor(until.getTime() / minute) * minute; time > earliest; time -= minute) {
    const at = new Date(time)
    const found = match({
      min: at.getUTCMinutes(),
      hour: at.getUTCHours(),
      date: at.getUTCDate(),
      month: at.getUTCMonth() + 1,
      dow: at.getUTCDay(),
    })
    if (found) return at
  }
  return undefined
}
