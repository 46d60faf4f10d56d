import { useParams } from '@tanstack/react-router'
import { useRead } from '#ui/client.ts'
import { Reading } from '#ui/reading.tsx'
import { LoadingSkeleton } from '#ui/states.tsx'
import { planContract } from '../contract.ts'
import { PlanScreen } from './plan-screen.tsx'
import './plans.css'

const Loading = (
  <div className="page">
    <LoadingSkeleton rows={12} height={48} />
  </div>
)

/** One plan: its text beside what was found in it; a draft can be corrected and published. */
export function Page() {
  const { planId = '' }: { planId?: string } = useParams({ strict: false })
  const plan = useRead(planContract.getPlan, { planId })
  return (
    <Reading of={plan} loading={Loading}>
      {(view) => <PlanScreen key={view.id} view={view} />}
    </Reading>
  )
}
