import type { Column } from '#ui/column.ts'
import { DataTable } from '#ui/data-table.tsx'
import type { ScheduleView, StepView } from '../contract.ts'
import { lengthInWords, waitInWords } from '../domain/explain.ts'
import { Slack } from './slack.tsx'
import { StepActs } from './step-acts.tsx'
import { StepReason } from './step-reason.tsx'

function Day({ on, step, pinned }: { on: string | null; step: StepView; pinned: boolean }) {
  if (on === null) return <span className="quiet">未排</span>
  return (
    <span className="step-day">
      {on}
      {pinned && <small className="kind-tag">人工定</small>}
      {step.tentative && <small className="kind-tag">暂定</small>}
    </span>
  )
}

function Standing({ step, today }: { step: StepView; today: string }) {
  if (step.done)
    return (
      <span className="step-done">
        {step.done.on} {step.claim ? '达到' : '办结'}
      </span>
    )
  if (step.finishOn !== null && step.finishOn < today) return <span className="schedule-late">已过最迟完成日</span>
  if (step.startOn !== null && step.startOn <= today) return <span>应在办</span>
  return <span className="quiet">未到开始</span>
}

const columnsOf = (schedule: ScheduleView): readonly Column<StepView>[] => [
  { key: 'title', title: '步骤', render: (step) => <span className="step-title">{step.title}</span> },
  {
    key: 'days',
    title: '需时',
    width: 136,
    render: (step) => (
      <>
        {step.days === 0 && <em className="step-mark">◇</em>}
        {lengthInWords(step)}
        {step.lagDays > 0 && <small className="step-wait">{waitInWords(step)}</small>}
      </>
    ),
  },
  {
    key: 'start',
    title: '最迟开始',
    width: 104,
    render: (step) => step.days > 0 && <Day on={step.startOn} step={step} pinned={step.pin?.edge === 'start'} />,
  },
  {
    key: 'finish',
    title: '最迟完成',
    width: 104,
    render: (step) => <Day on={step.finishOn} step={step} pinned={step.pin?.edge === 'finish'} />,
  },
  {
    key: 'slack',
    title: '机动',
    width: 76,
    align: 'right',
    render: ({ done, slackDays }) => (done ? <span className="quiet">无</span> : <Slack days={slackDays} />),
  },
  { key: 'state', title: '状态', width: 126, render: (step) => <Standing step={step} today={schedule.today} /> },
  {
    key: 'acts',
    title: '办理',
    unseenTitle: true,
    width: 110,
    render: (step) => <StepActs schedule={schedule} step={step} />,
  },
]

function StepCard({ schedule, step }: { schedule: ScheduleView; step: StepView }) {
  return (
    <details className="step-card">
      <summary>
        <span className="step-title">{step.title}</span>
        <span className="card-line">
          <span>
            {step.days > 0 && `${step.startOn ?? '未排'} 至 `}
            {step.finishOn ?? '未排'}，{lengthInWords(step)}
            {step.tentative && '（暂定）'}
          </span>
          <Standing step={step} today={schedule.today} />
        </span>
      </summary>
      <StepReason schedule={schedule} step={step} />
      <StepActs schedule={schedule} step={step} />
    </details>
  )
}

/** The steps of a task with their dates; a row unfolds why they are so. */
export function StepTable({ schedule }: { schedule: ScheduleView }) {
  return (
    <DataTable
      caption="步骤与最迟日期"
      columns={columnsOf(schedule)}
      rows={schedule.steps}
      rowKey={({ id }) => id}
      ledger
      renderDetail={(step) => <StepReason schedule={schedule} step={step} />}
      renderCard={(step) => <StepCard schedule={schedule} step={step} />}
    />
  )
}
