import { Button } from 'antd'
import { useState } from 'react'
import { FormDialog } from '#ui/form-dialog.tsx'
import { useForm } from '#ui/use-form.ts'
import { type MeetingPage, meetingContract } from '../contract.ts'

const schema = meetingContract.setParticipants.input.omit({ meetingId: true })

/** The agencies called; the lead agencies of the agenda's tasks are there by themselves. */
export function Participants({ meeting }: { meeting: MeetingPage }) {
  const { id: meetingId, agencies, can } = meeting
  const [open, setOpen] = useState(false)
  const close = () => setOpen(false)
  const agencyIds = agencies.map(({ agencyId }) => agencyId)
  const save = useForm(meetingContract.setParticipants, open ? { meetingId, agencyIds: agencyIds.toSorted() } : null, {
    quiet: true,
    onDone: close,
  })
  return (
    <>
      {agencies.length === 0 ? (
        <span className="quiet">{can.editMeeting.allowed ? '拟定议程后，议题的牵头单位自动列入' : '未列出'}</span>
      ) : (
        agencies.map(({ name }) => name).join('、')
      )}
      {can.editMeeting.allowed && (
        <Button type="text" size="small" className="no-print" onClick={() => setOpen(true)}>
          调整
        </Button>
      )}
      <FormDialog
        open={open}
        title="参会单位"
        act="保存"
        schema={schema}
        first={{ agencyIds }}
        sending={save}
        onSubmit={(fields) => save.mutate({ meetingId, ...fields })}
        onCancel={close}
      />
    </>
  )
}
