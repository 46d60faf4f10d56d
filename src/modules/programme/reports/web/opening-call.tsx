import { Link } from '@tanstack/react-router'
import { may } from '#kernel/contract.ts'
import { useSession } from '#modules/office/accounts/web/index.tsx'
import { useRead } from '#ui/client.ts'
import { reportContract } from '../contract.ts'
import './opening.css'

/** What the office has still to say of how things stood when the plan was published; nothing once it is said. */
export function Part({ programmeId }: { programmeId: string }) {
  const { data: session } = useSession()
  const enabled = session !== undefined && session !== null && may(session.user, reportContract.getOpening)
  const { data } = useRead(reportContract.getOpening, { programmeId }, { enabled })
  if (!data || data.counts.open === 0) return null
  return (
    <p role="status" className="opening-call">
      这份方案里哪些已经做了？发布前已到期或已开始的事项还有 {data.counts.open} 项没有说明，保持灰灯。
      <Link to={`/programmes/${programmeId}/opening`}>去说明</Link>
    </p>
  )
}
