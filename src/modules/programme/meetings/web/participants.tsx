import { Button, Modal } from 'antd'
import { useState } from 'react'
import { AgencyChoice } from '#modules/office/organisations/web/index.tsx'
import { useForm } from '#ui/use-form.ts'
import { type MeetingPage, meetingContract } from '../contract.ts'

/** The agencies called; the lead agencies of the agenda's tasks are there by themselves. */
export function Participants({ meeting }: { meeting: MeetingPage }) {
  const { id: meetingId, agencies, can } = meeting
  const [chosen, setChosen] = useState<string[] | null>(null)
  const save = useForm(
    meetingContract.setParticipants,
    chosen && { meetingId, agencyIds: agencies.map(({ agencyId }) => agencyId).sort() },
    { onDone: () => setChosen(null) },
  )
  return (
    <>
      {agencies.length === 0 ? (
        <span className="quiet">拟定议程后，议题的牵头单位自动列入</span>
      ) : (
        agencies.map(({ name }) => name).join('、')
      )}
      {can.editMeeting.allowed && (
        <Button
          type="text"
          size="small"
          className="no-print"
          onClick={() => setChosen(agencies.map(({ agencyId }) => agencyId))}
        >
          调整
        </Button>
      )}
      <Modal
        open={chosen !== null}
        title="参会单位"
        okText="保存"
        cancelText="取消"
        okButtonProps={{ loading: save.isPending }}
        onOk={() => chosen && save.mutate({ meetingId, agencyIds: chosen })}
        onCancel={() => setChosen(null)}
        destroyOnHidden
      >
        <AgencyChoice label="参会单位" value={chosen ?? []} many onChange={setChosen} />
      </Modal>
    </>
  )
}
