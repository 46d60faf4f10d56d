import { Button } from 'antd'
import { useState } from 'react'
import { documentEndings, documentHint } from '#kernel/readable-files.data.ts'
import type { Span } from '#kernel/span.ts'
import { useOfProgramme } from '#modules/programme/programmes/web/index.tsx'
import { useRead, useWrite } from '#ui/client.ts'
import { FileDrop } from '#ui/file-drop.tsx'
import { Page as Screen } from '#ui/page.tsx'
import { Reading } from '#ui/reading.tsx'
import { ReadingNotices } from '#ui/reading-notices.tsx'
import { SplitPane } from '#ui/split-pane.tsx'
import { EmptyState } from '#ui/states.tsx'
import { UploadList } from '#ui/upload-list.tsx'
import { useUploads } from '#ui/uploads.ts'
import { usePathWord } from '#ui/url-state.ts'
import { type MeetingPage, type MinutesView, meetingContract } from '../contract.ts'
import { DecisionLine } from './decision-list.tsx'
import { MeetingActs } from './meeting-acts.tsx'
import { MinutesText } from './minutes-text.tsx'
import './meetings.css'

function HandIn({ meetingId, refusal }: { meetingId: string; refusal: string | null }) {
  const write = useWrite(meetingContract.writeMinutes)
  const { lines, add, dismiss } = useUploads(meetingContract.handInMinutes, { meetingId })
  return (
    <div className="minutes-hand-in">
      {refusal !== null && (
        <p className="form-refusal" role="alert">
          {refusal}
        </p>
      )}
      <FileDrop
        title="把会议记录拖到这里"
        hint={`可上传 ${documentHint}，也可粘贴或直接输入全文；读出的议定事项逐项列在右边`}
        accept={documentEndings}
        onFiles={([first]) => first && add([first])}
        onText={(text) => write.mutate({ meetingId, text })}
        busy={write.isPending}
      />
      <UploadList lines={lines} answered={() => '正在识读'} onDismiss={dismiss} />
    </div>
  )
}

interface WorkbenchProps {
  meeting: MeetingPage
  minutes: MinutesView
}

/** The words left, what was read from them right; picking one shows the other. */
function Workbench({ meeting, minutes }: WorkbenchProps) {
  const { decisions, can, today } = meeting
  const [selected, setSelected] = useState<string | null>(null)
  const [side, setSide] = useState<'left' | 'right'>('left')
  const [picked, setPicked] = useState<Span | null>(null)
  const add = useWrite(meetingContract.addDecision, { onDone: ({ id }) => (setPicked(null), setSelected(id)) })
  const may = can.writeMinutes.allowed && meeting.state === 'held'
  const pick = (id: string, from: 'left' | 'right') => {
    setSelected(id)
    document
      .querySelector(`.${from === 'left' ? 'minutes-decisions' : 'minutes-text'} [data-id="${id}"]`)
      ?.scrollIntoView({ block: 'center' })
  }
  const left = (
    <>
      {may && picked !== null && (
        <div className="minutes-pick no-print">
          <span>已选中 {picked[1] - picked[0]} 字</span>
          <Button
            size="small"
            type="primary"
            loading={add.isPending}
            onClick={() => add.mutate({ meetingId: meeting.id, span: picked })}
          >
            标为议定事项
          </Button>
        </div>
      )}
      <MinutesText
        text={minutes.text}
        decisions={decisions}
        selected={selected}
        onSelect={(id) => pick(id, 'left')}
        onPick={setPicked}
      />
    </>
  )
  const right = (
    <ol className="minutes-decisions">
      {decisions.length === 0 && (
        <EmptyState title="没有读出议定事项">在左边选中写有议定内容的文字，点“标为议定事项”。</EmptyState>
      )}
      {decisions.map((decision) => (
        // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions -- focus does the same
        <li
          key={decision.id}
          data-selected={decision.id === selected}
          tabIndex={-1}
          onClick={() => pick(decision.id, 'right')}
          onFocus={() => setSelected(decision.id)}
        >
          <DecisionLine decision={decision} today={today} />
        </li>
      ))}
    </ol>
  )
  return (
    <>
      <ReadingNotices notices={may ? minutes.notices : []} />
      <div className="minutes-bench">
        <SplitPane
          left={{ title: '会议记录', content: left }}
          right={{ title: `议定事项 ${decisions.length}`, content: right }}
          side={side}
          onSide={setSide}
        />
      </div>
    </>
  )
}

function Minutes({ meeting, minutes }: { meeting: MeetingPage; minutes: MinutesView | null }) {
  const [again, setAgain] = useState(false)
  const { id, title, programmeId, programmeTitle, can } = meeting
  useOfProgramme(programmeId)
  const open = meeting.decisions.filter(({ fate, finishedOn }) => fate === 'open' && finishedOn === null).length
  const bench = minutes !== null && minutes.state === 'read' && !again
  return (
    <Screen
      title="会议记录"
      width={bench ? 'full' : 'wide'}
      crumbs={[
        { label: programmeTitle, to: `/programmes/${programmeId}/meetings` },
        { label: title, to: `/meetings/${id}` },
      ]}
      meta={bench && (open > 0 ? `还有 ${open} 项待落实` : '全部有着落')}
      actions={
        <>
          {bench && can.writeMinutes.allowed && <Button onClick={() => setAgain(true)}>重新录入</Button>}
          {bench && <MeetingActs meeting={meeting} />}
        </>
      }
    >
      {bench ? (
        <Workbench meeting={meeting} minutes={minutes} />
      ) : minutes?.state === 'received' || minutes?.state === 'reading' ? (
        <EmptyState title="正在识读会议记录">文件已保存，读完会自动显示，可以先离开。</EmptyState>
      ) : can.writeMinutes.allowed ? (
        <HandIn meetingId={id} refusal={minutes?.refusal ?? null} />
      ) : (
        <EmptyState title="没有可看的会议记录">{can.readMinutes.reason ?? can.writeMinutes.reason}</EmptyState>
      )}
    </Screen>
  )
}

const isBusy = (state: string | undefined) => state === 'received' || state === 'reading'

/** The workbench of a meeting's minutes. */
export function Page() {
  const meetingId = usePathWord('meetingId')
  const meeting = useRead(
    meetingContract.getMeeting,
    { meetingId },
    { every: (value) => (isBusy(value?.minutes?.state) ? 1500 : false) },
  )
  const minutes = useRead(
    meetingContract.getMinutes,
    { meetingId },
    { every: (value) => (isBusy(value?.state) ? 1500 : false) },
  )
  return (
    <Reading of={meeting} loading={<Screen title="会议记录">{null}</Screen>}>
      {(page) => (
        <Reading of={minutes}>
          {(words) => <Minutes key={words?.version ?? 0} meeting={page} minutes={words} />}
        </Reading>
      )}
    </Reading>
  )
}
