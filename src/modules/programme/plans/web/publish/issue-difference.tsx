import { useRead } from '#ui/client.ts'
import { Reading } from '#ui/reading.tsx'
import { LoadingSkeleton } from '#ui/states.tsx'
import { planContract } from '../../contract.ts'
import { DiffView } from '../diff-view.tsx'

/** What a new issue changes against the one in force. */
export function IssueDifference({ planId, otherId }: { planId: string; otherId: string }) {
  const compared = useRead(planContract.comparePlans, { planId, otherId })
  return (
    <div className="issue-difference">
      <Reading of={compared} loading={<LoadingSkeleton rows={4} />}>
        {({ diff, before }) => <DiffView diff={diff} before={`第 ${before.version} 版`} after="本次草稿" />}
      </Reading>
    </div>
  )
}
