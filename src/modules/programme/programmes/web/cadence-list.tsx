import { everyTitles } from '#modules/programme/plans/contract.ts'
import { PlanPlaceLink } from '#modules/programme/plans/web/index.tsx'
import { Sheet } from '#ui/page.tsx'
import { Parts } from '#ui/parts.tsx'
import type { ProgrammeView } from '../contract.ts'
import { cadenceMarks } from './slots.ts'

const often = ['day', 'week', 'half_month', 'month', 'two_months', 'quarter', 'half_year', 'year'] as const

/** What has to be done again and again, most often first; each leads to its words in the plan. */
export function CadenceList({ programme }: { programme: ProgrammeView }) {
  const { cadences, planId } = programme
  const groups = often.flatMap((every) => {
    const found = cadences.filter((cadence) => cadence.every === every)
    return found.length > 0 ? [{ every, found }] : []
  })
  return (
    <Sheet title="调度频次">
      {groups.length === 0 && <p className="quiet">方案没有写明调度、通报的频次。</p>}
      <dl className="cadences">
        {groups.map(({ every, found }) => (
          <div key={every}>
            <dt>{everyTitles[every]}</dt>
            <dd>
              {found.map(({ what, times, span }) => (
                <div key={span.join()}>
                  <PlanPlaceLink planId={planId} span={span}>
                    {what}
                    {times > 1 && <small>{times} 次</small>}
                  </PlanPlaceLink>
                  <Parts slot={cadenceMarks} programmeId={programme.id} span={span} />
                </div>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Sheet>
  )
}
