import { Button, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { programmeContract } from '#modules/programme/programmes/contract.ts'
import { useRead, useWrite } from '#ui/client.ts'
import { type MeetingPage, meetingContract } from '../contract.ts'

/** An item of a person's own; about a task it brings the task's facts along. */
export function AddItem({ meeting }: { meeting: MeetingPage }) {
  const [open, setOpen] = useState(false)
  const [title, setTitle] = useState('')
  const [asked, setAsked] = useState('')
  const [taskId, setTaskId] = useState<string | null>(null)
  const tasks = useRead(programmeContract.listTasks, { programmeId: meeting.programmeId }, { enabled: open })
  const add = useWrite(meetingContract.addAgendaItem, { quiet: true, onDone: () => setOpen(false) })
  const begin = () => {
    setTitle('')
    setAsked('')
    setTaskId(null)
    setOpen(true)
  }
  const options = (tasks.data ?? []).map(({ id, number, title: name, initials }) => ({
    value: id,
    label: `${number} ${name}`,
    search: `${number} ${name} ${initials}`,
  }))
  const pick = (id: string | undefined) => {
    setTaskId(id ?? null)
    if (title === '') setTitle(options.find(({ value }) => value === id)?.label ?? '')
  }
  return (
    <>
      <Button onClick={begin}>添加议题</Button>
      <Modal
        open={open}
        title="添加议题"
        okText="添加"
        cancelText="取消"
        okButtonProps={{ loading: add.isPending, disabled: title.trim().length < 2 }}
        onOk={() => add.mutate({ meetingId: meeting.id, title, asked, taskId })}
        onCancel={() => setOpen(false)}
        destroyOnHidden
      >
        <div className="form-stack">
          <label>
            <span className="form-label">
              有关任务<span className="quiet">（可不填）</span>
            </span>
            <Select
              allowClear
              showSearch={{ filterOption: (text, option) => option?.search.includes(text.toLowerCase()) === true }}
              placeholder="按名称或拼音首字母查找"
              value={taskId ?? undefined}
              options={options}
              onChange={pick}
              style={{ width: '100%' }}
            />
          </label>
          <label>
            <span className="form-label">议题</span>
            <Input value={title} maxLength={120} onChange={(e) => setTitle(e.target.value)} />
          </label>
          <label>
            <span className="form-label">
              提请会议<span className="quiet">（可不填）</span>
            </span>
            <Input.TextArea rows={2} value={asked} maxLength={200} onChange={(e) => setAsked(e.target.value)} />
          </label>
          {add.error && (
            <p className="form-refusal" role="alert">
              {add.error.message}
            </p>
          )}
        </div>
      </Modal>
    </>
  )
}
