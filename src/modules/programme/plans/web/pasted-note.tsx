import { useEffect, useState } from 'react'
import type { CompiledPlan } from '#compiler/compiled-plan.ts'
import { listNames } from '../domain/agency-names.ts'

/** Milliseconds without typing before the words are read. */
const pause = 200
/** Fewer characters are no plan yet. */
const least = 30

const compile = async (text: string): Promise<CompiledPlan> => {
  const { compilePlan } = await import('#compiler/plan/compile-plan.ts')
  return compilePlan({ file: '', text })
}

/** The title the words themselves carry, for a receipt that can be told from others; absent when they carry none. */
export const titleOf = async (text: string): Promise<string | undefined> =>
  (await compile(text)).document.title.slice(0, 200) || undefined

/** The words compiled as they stand now; null until there is something to say. The compiler is fetched when first needed. */
function usePastedPlan(text: string): CompiledPlan | null {
  const [plan, setPlan] = useState<CompiledPlan | null>(null)
  useEffect(() => {
    let stale = false
    const look = async () => {
      if (text.trim().length < least) return setPlan(null)
      const read = await compile(text)
      if (!stale) setPlan(read)
    }
    const timer = setTimeout(() => void look(), pause)
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
    <p className="pasted-note" role="status" data-found={plan !== null && plan.tasks.length > 0}>
      {plan && (
        <>
          {plan.document.title !== '' && <span className="pasted-title">{plan.document.title}</span>}
          {words(plan)}
        </>
      )}
    </p>
  )
}
