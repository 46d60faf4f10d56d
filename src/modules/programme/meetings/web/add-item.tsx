import { Button } from 'antd'
import { useState } from 'react'
import { z } from 'zod'
import { useTaskNames } from '#modules/programme/programmes/web/index.tsx'
import { useWrite } from '#ui/client.ts'
import { FormDialog } from '#ui/form-dialog.tsx'
import { type MeetingPage, meetingContract } from '../contract.ts'

const { taskId, title, asked } = meetingContract.addAgendaItem.input.shape
const schema = z.object({ taskId, title, asked })

/** An item of a person's own; about a task it brings the task's facts along. */
export function AddItem({ meeting }: { meeting: MeetingPage }) {
  const { id: meetingId, programmeId } = meeting
  const [open, setOpen] = useState(false)
  const close = () => setOpen(false)
  const { options } = useTaskNames(programmeId, { enabled: open })
  const add = useWrite(meetingContract.addAgendaItem, { quiet: true, onDone: close })
  return (
    <>
      <Button onClick={() => setOpen(true)}>添加议题</Button>
      <FormDialog
        open={open}
        title="添加议题"
        act="添加"
        schema={schema}
        sending={add}
        fields={{ taskId: { options, placeholder: '按名称或拼音首字母查找' } }}
        onChange={(changed, all) =>
          changed.taskId && !all.title
            ? { title: options.find(({ value }) => value === changed.taskId)?.label }
            : undefined
        }
        onSubmit={(fields) => add.mutate({ meetingId, ...fields })}
        onCancel={close}
      />
    </>
  )
}
