import { Link } from '@tanstack/react-router'
import { weekdayInWords } from '#kernel/day.ts'
import { minuteOf } from '#kernel/moment.ts'
import { useOfProgramme } from '#modules/programme/programmes/web/index.tsx'
import { useRead } from '#ui/client.ts'
import { FactList } from '#ui/fact-list.tsx'
import { LinkButton } from '#ui/link-button.tsx'
import { Page as Screen, Sheet } from '#ui/page.tsx'
import { Reading } from '#ui/reading.tsx'
import { EmptyState } from '#ui/states.tsx'
import { downloadUrl } from '#ui/upload.ts'
import { usePathWord } from '#ui/url-state.ts'
import { type MeetingPage, meetingContract } from '../contract.ts'
import { meetingKindTitles, meetingStateTitles } from '../domain/meeting.ts'
import { Agenda } from './agenda.tsx'
import { DecisionList } from './decision-list.tsx'
import { MeetingActs } from './meeting-acts.tsx'
import { Participants } from './participants.tsx'
import './meetings.css'

function Facts({ meeting }: { meeting: MeetingPage }) {
  const { heldOn, startsAt, place, chair, period, changes } = meeting
  return (
    <Sheet>
      <FactList
        none="未定"
        facts={[
          { label: '时间', value: `${heldOn} ${weekdayInWords(heldOn)} ${startsAt ?? '时间未定'}` },
          { label: '地点', value: place },
          { label: '主持', value: chair },
          ...(period === null ? [] : [{ label: '所属周期', value: period }]),
          { label: '参会单位', value: <Participants meeting={meeting} /> },
        ]}
      />
      {changes.length > 0 && (
        <ul className="meeting-changes">
          {changes.map(({ id, what, before, after, reason, changedBy, changedAt }) => (
            <li key={id}>
              {what === 'moved' ? `${before} 改为 ${after}` : `取消（原定${before}）`}。理由：{reason}
              <span className="quiet">
                （{changedBy}，{minuteOf(changedAt)}）
              </span>
            </li>
          ))}
        </ul>
      )}
    </Sheet>
  )
}

function Decisions({ meeting }: { meeting: MeetingPage }) {
  const { decisions, minutes, can, id, today } = meeting
  const way = can.readMinutes.allowed && (
    <LinkButton to={`/meetings/${id}/minutes`} type={minutes === null ? 'primary' : 'default'}>
      {minutes === null ? '录入会议记录' : '会议记录与议定事项对照'}
    </LinkButton>
  )
  return (
    <div id="decisions">
      <Sheet
        title={decisions.length > 0 ? `议定事项 ${decisions.length} 项` : '议定事项'}
        aside={decisions.length > 0 && way}
      >
        {decisions.length === 0 ? (
          <EmptyState title={meeting.state === 'held' ? '记录中没有读出议定事项' : '会议还没有记录'} action={way}>
            {can.readMinutes.allowed
              ? '录入、粘贴或上传会议记录后，议定事项、责任单位和时限会自动列出，逐项落实。'
              : '会议议定由本单位承办的事项会列在这里。'}
          </EmptyState>
        ) : (
          <DecisionList decisions={decisions} today={today} />
        )}
      </Sheet>
    </div>
  )
}

function Papers({ meeting }: { meeting: MeetingPage }) {
  const { id: meetingId, can, items } = meeting
  return (
    <>
      {can.exportPack.allowed && (
        <a className="button-link" href={downloadUrl(meetingContract.exportPack, { meetingId })} download>
          会议材料
        </a>
      )}
      {items.length > 0 && (
        <Link className="button-link" to={`/meetings/${meetingId}/present`}>
          大屏演示
        </Link>
      )}
      {can.exportMinutes.allowed && (
        <a className="button-link" href={downloadUrl(meetingContract.exportMinutes, { meetingId })} download>
          {meeting.state === 'issued' ? '下载纪要' : '纪要草稿'}
        </a>
      )}
    </>
  )
}

function Meeting({ meeting }: { meeting: MeetingPage }) {
  const { title, kind, state, number, programmeId, programmeTitle } = meeting
  useOfProgramme(programmeId)
  const to = `/programmes/${programmeId}`
  return (
    <Screen
      title={title}
      crumbs={[
        { label: programmeTitle, to },
        { label: '会商', to: `${to}/meetings` },
      ]}
      meta={[meetingKindTitles[kind], meetingStateTitles[state], number].filter(Boolean).join(' · ')}
      actions={
        <>
          <Papers meeting={meeting} />
          <MeetingActs meeting={meeting} />
        </>
      }
    >
      <Facts meeting={meeting} />
      {(meeting.decisions.length === 0 || meeting.items.length + meeting.removed.length > 0) && (
        <Agenda meeting={meeting} />
      )}
      <Decisions meeting={meeting} />
    </Screen>
  )
}

/** One meeting from its plan to what became of its decisions. */
export function Page() {
  const meeting = useRead(
    meetingContract.getMeeting,
    { meetingId: usePathWord('meetingId') },
    { every: (value) => (value?.minutes?.state === 'received' || value?.minutes?.state === 'reading' ? 1500 : false) },
  )
  return (
    <Reading of={meeting} loading={<Screen title="会议">{null}</Screen>}>
      {(value) => <Meeting meeting={value} />}
    </Reading>
  )
}
