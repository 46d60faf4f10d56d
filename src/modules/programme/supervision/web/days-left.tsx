import type { OrderView } from '../contract.ts'
import { daysLeftInWords } from '../domain/time-limit.ts'

/** The day a case is due with how long that is; a case that waits for the office has no hurry. */
export function DaysLeft({ order, today }: { order: OrderView; today: string }) {
  const { dueOn, overdue, provisional, state } = order
  const waits = state === 'issued' || state === 'received' || state === 'handling'
  return (
    <span>
      {dueOn}
      {provisional && <span className="quiet">（暂定）</span>}
      {waits && <span className={overdue ? 'late' : 'quiet'}> {daysLeftInWords(dueOn, today)}</span>}
    </span>
  )
}
