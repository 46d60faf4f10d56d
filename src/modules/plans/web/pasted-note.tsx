import { useEffect, useState } from 'react'
import { listNames } from '../domain/agency-names.ts'
import type { CompiledPlan } from '../domain/compiled-plan.ts'

/** Milliseconds without typing before the words are read. */
const pause = 200
/** Fewer characters are no plan yet. */
const least = 30

/** The words compiled as they stand now; null until there is something to say. The compiler is fetched when first needed. */
function usePastedPlan(text: string): CompiledPlan | null {
  const [plan, setPlan] = useState<CompiledPlan | null>(null)
  useEffect(() => {
    let stale = false
    const read = async () => {
      if (text.trim().length < least) return setPlan(null)
      const { compilePlan } = await import('../domain/compiler/compile-plan.ts')
      if (!stale) setPlan(compilePlan({ file: '', text }))
    }
    const timer = setTimeout(() => void read(), pause)
    return () => {
      stale = true
      clearTimeout(timer)
    }
  }, [text])
  return plan
}

function words(plan: CompiledPlan): string {
  const measures = plan.tasks.filter((task) => task.kind === 'measure').length
  if (plan.tasks.length + plan.targets.length === 0) return '还没有识别到任务。请连同标题、编号、责任单位一并粘贴全文。'
  const parts = [
    `${plan.tasks.length - measures} 项任务`,
    measures > 0 && `${measures} 项保障措施`,
    `${plan.targets.length} 个目标`,
    `${listNames(plan).length} 个单位`,
  ]
  return `识别到 ${parts.filter(Boolean).join('、')}`
}

/** “识别到 27 项任务、93 个目标”, while the words are still being pasted. */
export function PastedNote({ text }: { text: string }) {
  const plan = usePastedPlan(text)
  return (
    <p className="pasted-note" role="status">
      {plan && (
        <>
          {plan.document.title !== '' && <span className="pasted-title">{plan.document.title}</span>}
          {words(plan)}
        </>
      )}
    </p>
  )
}
