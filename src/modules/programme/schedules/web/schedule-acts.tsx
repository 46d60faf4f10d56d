import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { useRead } from '#ui/client.ts'
import { type ScheduleView, scheduleContract } from '../contract.ts'
import { ChangeDialog } from './change-dialog.tsx'
import { StepDialog } from './step-dialog.tsx'

type Open = 'template' | 'add' | 'compress' | null

function TemplateDialog({ schedule, onClose }: { schedule: ScheduleView; onClose: () => void }) {
  const templates = useRead(scheduleContract.listTemplates, {})
  const [template, setTemplate] = useState('')
  const [dueOn, setDueOn] = useState('')
  const asksDay = schedule.deadlineFrom === null || schedule.deadlineFrom === 'office'
  const deadlineOn = dueOn === '' ? null : dueOn
  const isReady = template !== '' && (schedule.deadlineOn !== null || deadlineOn !== null)
  const change = isReady ? { kind: 'takeTemplate' as const, template, deadlineOn } : null
  return (
    <ChangeDialog schedule={schedule} title="按模板重排" act="重排" change={change} onClose={onClose}>
      <p className="quiet">现有步骤和办结记录会被模板的步骤替换；原来的工期留在变更记录里。</p>
      <Select
        aria-label="工期模板"
        placeholder="选择模板"
        value={template === '' ? undefined : template}
        options={templates.data?.map(({ key, title, use }) => ({ value: key, label: `${title}：${use}` })) ?? []}
        onChange={setTemplate}
      />
      {asksDay && (
        <label>
          <span className="form-label">
            完成期限{schedule.deadlineOn === null ? '' : `（现为 ${schedule.deadlineOn}，可不填）`}
          </span>
          <Input type="date" value={dueOn} onChange={(e) => setDueOn(e.target.value)} />
        </label>
      )}
    </ChangeDialog>
  )
}

/** What can be done with the whole schedule of a task. */
export function ScheduleActs({ schedule }: { schedule: ScheduleView }) {
  const [open, setOpen] = useState<Open>(null)
  if (!schedule.can.changeSchedule.allowed) return null
  const close = () => setOpen(null)
  const isTight = schedule.failure?.conflict !== undefined && schedule.failure.conflict !== null
  return (
    <div className="schedule-acts no-print">
      {isTight && (
        <Button size="small" type="primary" onClick={() => setOpen('compress')}>
          按比例压缩
        </Button>
      )}
      {schedule.steps.length > 0 && (
        <Button size="small" onClick={() => setOpen('add')}>
          增加步骤
        </Button>
      )}
      <Button size="small" onClick={() => setOpen('template')}>
        {schedule.steps.length === 0 ? '排定工期' : '按模板重排'}
      </Button>
      {open === 'add' && <StepDialog schedule={schedule} onClose={close} />}
      {open === 'template' && <TemplateDialog schedule={schedule} onClose={close} />}
      {open === 'compress' && (
        <ChangeDialog
          schedule={schedule}
          title="按比例压缩各步工期"
          act="压缩"
          change={{ kind: 'compress' }}
          onClose={close}
        >
          <p className="quiet">未办结的步骤按同一比例缩短，每步至少留 1 个工作日，刚好排进期限为止。</p>
        </ChangeDialog>
      )}
    </div>
  )
}
