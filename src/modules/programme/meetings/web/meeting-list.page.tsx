import { Link } from '@tanstack/react-router'
import { ProgrammeFrame } from '#modules/programme/programmes/web/index.tsx'
import { useRead } from '#ui/client.ts'
import { Sheet } from '#ui/page.tsx'
import { Reading } from '#ui/reading.tsx'
import { type MeetingList, meetingContract } from '../contract.ts'
import { isUpcoming, whenAndWhere } from '../domain/meeting.ts'
import { DecisionList } from './decision-list.tsx'
import { MeetingTable } from './meeting-table.tsx'
import { distanceInWords } from './meeting-words.ts'
import { SeriesList } from './series-list.tsx'
import './meetings.css'

function NextMeeting({ list }: { list: MeetingList }) {
  const coming = list.meetings.filter((meeting) => isUpcoming(meeting)).sort((a, b) => (a.heldOn < b.heldOn ? -1 : 1))
  const [next] = coming
  if (!next) return null
  return (
    <p className="opening">
      下次会议是
      <Link to={`/meetings/${next.id}`}>“{next.title}”</Link>（{distanceInWords(next.heldOn, list.today)}）：
      {whenAndWhere(next)}，议程 {next.counts.items} 项{next.state === 'planned' && '，尚未通知参会'}。
    </p>
  )
}

function Meetings({ programmeId, list }: { programmeId: string; list: MeetingList }) {
  return (
    <>
      <NextMeeting list={list} />
      {list.open.length > 0 && (
        <Sheet title={`待落实的议定事项 ${list.open.length} 项`}>
          <p className="quiet sheet-note">每一项都要立为任务、并入任务，或写明理由不立任务；在那之前一直列在这里。</p>
          <DecisionList decisions={list.open} today={list.today} withMeeting />
        </Sheet>
      )}
      <div className="meeting-columns">
        <div>
          <Sheet title="历次会议">
            <MeetingTable meetings={list.meetings} />
          </Sheet>
          {list.underWay.length > 0 && (
            <Sheet title={`办理中的议定事项 ${list.underWay.length} 项`}>
              <DecisionList decisions={list.underWay} today={list.today} withMeeting />
            </Sheet>
          )}
        </div>
        <SeriesList programmeId={programmeId} list={list} />
      </div>
    </>
  )
}

/** The meetings of a programme: what comes next, what was decided and what became of it. */
export function Page() {
  return <ProgrammeFrame tab="会商">{({ id }) => <Body programmeId={id} />}</ProgrammeFrame>
}

function Body({ programmeId }: { programmeId: string }) {
  const list = useRead(meetingContract.listMeetings, { programmeId })
  return <Reading of={list}>{(value) => <Meetings programmeId={programmeId} list={value} />}</Reading>
}
