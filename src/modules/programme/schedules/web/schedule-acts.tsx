import { Button } from 'antd'
import { useState } from 'react'
import { z } from 'zod'
import { useRead } from '#ui/client.ts'
import { type ScheduleView, scheduleContract } from '../contract.ts'
import { askedFor } from '../domain/change.ts'
import { ChangeDialog, nothingAsked } from './change-dialog.tsx'
import { AddStepDialog } from './step-dialog.tsx'

type Open = 'template' | 'add' | 'figures' | 'compress' | null

/** Where the plan names no day, one has to be given. */
const asked = {
  withDay: askedFor.takeTemplate.extend({ deadlineOn: z.iso.date().meta({ label: '完成期限' }) }),
  mayHaveDay: askedFor.takeTemplate,
}

function TemplateDialog({ schedule, onClose }: { schedule: ScheduleView; onClose: () => void }) {
  const templates = useRead(scheduleContract.listTemplates, {})
  const { deadlineOn, deadlineFrom } = schedule
  const asksDay = deadlineFrom === null || deadlineFrom === 'office'
  return (
    <ChangeDialog
      schedule={schedule}
      title="按模板重排"
      act="重排"
      asked={deadlineOn === null ? asked.withDay : asked.mayHaveDay}
      fields={{
        template: {
          options: templates.data?.map(({ key, title, use }) => ({ value: key, label: `${title}：${use}` })) ?? [],
          placeholder: '选择模板',
        },
        deadlineOn: { hidden: !asksDay, ...(deadlineOn !== null && { help: `现为 ${deadlineOn}，可不填` }) },
      }}
      change={{ kind: 'takeTemplate' }}
      onClose={onClose}
    >
      <p className="quiet">现有步骤和办结记录会被模板的步骤替换；原来的工期留在变更记录里。</p>
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
      {schedule.lacksFigures && (
        <Button size="small" onClick={() => setOpen('figures')}>
          补齐年度目标节点
        </Button>
      )}
      <Button size="small" onClick={() => setOpen('template')}>
        {schedule.steps.length === 0 ? '排定工期' : '按模板重排'}
      </Button>
      {open === 'add' && <AddStepDialog schedule={schedule} onClose={close} />}
      {open === 'figures' && (
        <ChangeDialog
          schedule={schedule}
          title="补齐年度目标节点"
          act="补齐"
          asked={nothingAsked}
          change={{ kind: 'addFigures' }}
          onClose={close}
        >
          <p className="quiet">
            按方案的分年度目标，在各年年底加一个节点。签批的数字达到目标时节点自动办结，不用手工标记。
          </p>
        </ChangeDialog>
      )}
      {open === 'template' && <TemplateDialog schedule={schedule} onClose={close} />}
      {open === 'compress' && (
        <ChangeDialog
          schedule={schedule}
          title="按比例压缩各步工期"
          act="压缩"
          asked={nothingAsked}
          change={{ kind: 'compress' }}
          onClose={close}
        >
          <p className="quiet">
            未办结的步骤按同一比例缩短，每步至少留 1 个工作日，刚好排进期限为止；公示等按日历日计的步骤和间隔不缩短。
          </p>
        </ChangeDialog>
      )}
    </div>
  )
}
