import { Link } from '@tanstack/react-router'
import { may } from '#kernel/contract.ts'
import type { Span } from '#kernel/span.ts'
import { useSession } from '#modules/office/accounts/web/index.tsx'
import { useRead } from '#ui/client.ts'
import { type CadenceTrack, meetingContract } from '../contract.ts'
import './cadence-mark.css'

const stateWords = { held: '已办', due: '待办', missed: '无记录' } as const

/** The last periods of a rhythm, each leading to what was done; older ones are told in the words. */
const shown = 4

function Periods({ track, acts }: { track: CadenceTrack; acts: boolean }) {
  const { periods, words, proposal } = track
  return (
    <div className="cadence-mark">
      {periods.slice(-shown).map(({ title, state, records, coming }) => {
        const [record] = [...records, ...coming]
        const said = state === 'due' && coming.length > 0 ? '已安排' : stateWords[state]
        return (
          <span key={title} data-state={state}>
            {title} {record ? <Link to={record.link}>{said}</Link> : said}
          </span>
        )
      })}
      {words !== '' && <p className="quiet">{words}</p>}
      {acts && proposal && (
        <Link className="no-print" to={proposal.link}>
          {proposal.title}
        </Link>
      )}
    </div>
  )
}

/** Under a rhythm of the plan: how it was kept, and what is proposed now; for those who convene and issue. */
export function Part({ programmeId, span }: { programmeId: string; span: Span }) {
  const { data: session } = useSession()
  const sees = session !== undefined && session !== null && may(session.user, meetingContract.listCadences)
  const { data } = useRead(meetingContract.listCadences, { programmeId }, { enabled: sees })
  const track = data?.find((one) => one.span[0] === span[0] && one.span[1] === span[1])
  // Who may convene may issue: both are the office's.
  const acts = sees && may(session.user, meetingContract.planMeeting)
  return track ? <Periods {...{ track, acts }} /> : null
}
