import { useRead } from '#ui/client.ts'
import { LinkButton } from '#ui/link-button.tsx'
import { Page as Frame } from '#ui/page.tsx'
import { Reading } from '#ui/reading.tsx'
import { EmptyState } from '#ui/states.tsx'
import { type PlanSummary, planContract } from '../contract.ts'
import { type PlanState, planStateTitles } from '../domain/plan.ts'
import { PlanTable } from './plan-table.tsx'
import { useMay } from './use-may.ts'
import './plans.css'

/** What waits for the office first, then what is in force, then what was. */
const order = ['draft', 'published', 'superseded'] as const satisfies readonly PlanState[]

const handIn = (
  <LinkButton color="primary" variant="solid" to="/plans/hand-in">
    递交规划
  </LinkButton>
)

function countWords(plans: readonly PlanSummary[]): string {
  const counts = order.map((state) => ({ state, count: plans.filter((plan) => plan.state === state).length }))
  return counts
    .filter(({ count }) => count > 0)
    .map(({ state, count }) => `${planStateTitles[state]} ${count} 份`)
    .join('　')
}

function NoPlans({ mayHandIn }: { mayHandIn: boolean }) {
  return (
    <EmptyState title="还没有规划" action={mayHandIn && handIn}>
      {mayHandIn
        ? '印发的方案、规划、要点递交后列在这里：先校核，再发布，发布后按任务推进。'
        : '专班办公室递交并发布规划后，列在这里。'}
    </EmptyState>
  )
}

/** The plans of the county: drafts waiting, published ones, those replaced by a new issue. */
export function Page() {
  const plans = useRead(planContract.listPlans, {})
  const mayHandIn = useMay(planContract.handInFile)
  return (
    <Frame
      title="规划"
      meta={plans.data && countWords(plans.data)}
      actions={mayHandIn && plans.data && plans.data.length > 0 && handIn}
    >
      <Reading of={plans}>
        {(all) =>
          all.length === 0 ? (
            <NoPlans mayHandIn={mayHandIn} />
          ) : (
            order.map((state) => {
              const own = all.filter((plan) => plan.state === state)
              return own.length > 0 && <PlanTable key={state} state={state} plans={own} />
            })
          )
        }
      </Reading>
    </Frame>
  )
}
