import type { ScheduleView, StepView } from '../contract.ts'
import { waitInWords } from '../domain/explain.ts'

interface StepReasonProps {
  schedule: ScheduleView
  step: StepView
}

/** Why a step's dates are so: what is behind it, what is before it, what was set by hand. */
export function StepReason({ schedule, step }: StepReasonProps) {
  const { latestText, earliestText, after, notAfter, notBefore, tentative } = step
  const wait = waitInWords(step)
  const names = after.flatMap((id) => schedule.steps.find((one) => one.id === id)?.title ?? [])
  const own = [
    notBefore !== null && `不早于 ${notBefore} 开始`,
    notAfter !== null && `最迟 ${notAfter} 完成`,
    names.length > 0 && `须等${names.map((name) => `“${name}”`).join('、')}完成${wait === '' ? '' : `，${wait}`}`,
  ].filter((text) => text !== false)
  return (
    <div className="step-reason">
      {latestText !== '' && <p>{latestText}。</p>}
      {earliestText !== '' && <p>{earliestText}。</p>}
      {own.length > 0 && <p className="quiet">{own.join('；')}。</p>}
      {tentative && (
        <p className="quiet">{schedule.unpublished.join('、')} 年放假安排未公布，按周一至周五推算，日期暂定。</p>
      )}
    </div>
  )
}
