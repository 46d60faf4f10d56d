import { Button, Dropdown, Popconfirm } from 'antd'
import { useState } from 'react'
import { useWrite } from '#ui/client.ts'
import { ConfirmReason } from '#ui/confirm-reason.tsx'
import { FormDialog } from '#ui/form-dialog.tsx'
import { useNotices } from '#ui/notices.tsx'
import { useForm } from '#ui/use-form.ts'
import { type MeetingPage, meetingContract } from '../contract.ts'

const schema = meetingContract.moveMeeting.input.omit({ meetingId: true })

/** Another day, hour, place or chair, with the reason that people are told. */
function MoveMeeting({ meeting, open, onClose }: { meeting: MeetingPage; open: boolean; onClose: () => void }) {
  const { id: meetingId, heldOn, startsAt, place, chair, period, state } = meeting
  const first = { heldOn, startsAt, place, chair }
  const options = { quiet: true, onDone: onClose }
  const move = useForm(meetingContract.moveMeeting, open ? { meetingId, ...first } : null, options)
  return (
    <FormDialog
      open={open}
      title="改期、改地点"
      act="改"
      schema={schema}
      first={first}
      sending={move}
      fields={{
        heldOn: { note: period !== null && `改到哪天都算${period}的会议。` },
        ...(state === 'called' && { reason: { help: '会告知参会单位' } }),
      }}
      onSubmit={(fields) => move.mutate({ meetingId, ...fields })}
      onCancel={onClose}
    />
  )
}

/** Moving, calling off, calling, issuing the minutes: whichever the meeting's state allows. */
export function MeetingActs({ meeting }: { meeting: MeetingPage }) {
  const { id: meetingId, can } = meeting
  const { done } = useNotices()
  const [act, setAct] = useState<'move' | 'cancel' | null>(null)
  const close = () => setAct(null)
  const call = useWrite(meetingContract.callMeeting, { onDone: () => done('已通知参会单位') })
  const cancel = useWrite(meetingContract.cancelMeeting, { quiet: true, onDone: close })
  const issue = useWrite(meetingContract.issueMinutes, { onDone: ({ number }) => done(`纪要已印发，编号 ${number}`) })
  const more = [
    ...(can.editMeeting.allowed ? [{ key: 'move', label: '改期、改地点', onClick: () => setAct('move') }] : []),
    ...(can.cancel.allowed
      ? [{ key: 'cancel', label: '取消会议', danger: true, onClick: () => setAct('cancel') }]
      : []),
  ]
  return (
    <>
      {more.length > 0 && (
        <Dropdown menu={{ items: more }} trigger={['click']}>
          <Button>变更</Button>
        </Dropdown>
      )}
      {can.call.allowed && (
        <Button type="primary" loading={call.isPending} onClick={() => call.mutate({ meetingId })}>
          通知参会
        </Button>
      )}
      {can.issueMinutes.allowed && (
        <Popconfirm
          title="印发纪要"
          description="编号后议定内容不能再改；待落实的事项仍可继续落实。"
          okText="印发"
          cancelText="取消"
          onConfirm={() => issue.mutate({ meetingId })}
        >
          <Button type="primary" loading={issue.isPending}>
            印发纪要
          </Button>
        </Popconfirm>
      )}
      <MoveMeeting meeting={meeting} open={act === 'move'} onClose={close} />
      <ConfirmReason
        open={act === 'cancel'}
        title={`取消“${meeting.title}”`}
        act="取消会议"
        grave
        pending={cancel.isPending}
        error={cancel.error}
        onConfirm={(reason) => cancel.mutate({ meetingId, reason })}
        onCancel={close}
      >
        {meeting.state === 'called' && '已通知的参会单位会收到取消的消息。'}
      </ConfirmReason>
    </>
  )
}
