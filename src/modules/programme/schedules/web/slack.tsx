/** Working days of room, in a table; a step under way has none and is not called tight for it. */
export function Slack({ days }: { days: number | null }) {
  if (days === null) return <span className="quiet">无</span>
  if (days < 0)
    return (
      <span className="figure schedule-late">
        晚 {-days} <small>日</small>
      </span>
    )
  return (
    <span className="figure" data-tight={days > 0 && days < 5}>
      {days} <small>日</small>
    </span>
  )
}
