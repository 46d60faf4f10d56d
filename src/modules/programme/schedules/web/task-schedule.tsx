import { Link } from '@tanstack/react-router'
import type { TaskView } from '#modules/programme/programmes/contract.ts'
import { useRead } from '#ui/client.ts'
import { Sheet } from '#ui/page.tsx'
import { Reading } from '#ui/reading.tsx'
import { type ScheduleView, scheduleContract } from '../contract.ts'
import { deadlineSourceTitles } from '../domain/schedule.ts'
import { ConflictNote } from './conflict-note.tsx'
import { RevisionList } from './revision-list.tsx'
import { ScheduleActs } from './schedule-acts.tsx'
import { StepTable } from './step-table.tsx'
import './schedule.css'
import './task-schedule.css'

function summaryOf({ steps, startOn, finishOn, templateTitle, because }: ScheduleView): string {
  const done = steps.filter((step) => step.done !== null).length
  const slack = steps.flatMap(({ slackDays }) => slackDays ?? [])
  const tightest = slack.length === 0 ? -1 : Math.min(...slack)
  const least = tightest < 0 ? '' : `，最紧处机动 ${tightest} 个工作日`
  const chosen = because === '' ? '' : `（${because}）`
  const span = startOn === null ? '' : `，${startOn} 至 ${finishOn ?? ''}`
  return `按“${templateTitle}”模板${chosen}排定 ${steps.length} 步${span}；已办结 ${done} 步${least}。`
}

function Deadline({ schedule }: { schedule: ScheduleView }) {
  const { deadlineOn, deadlineFrom, unpublished } = schedule
  return (
    <p className="quiet">
      {deadlineOn !== null &&
        `倒排自 ${deadlineOn}${deadlineFrom === null ? '' : `（${deadlineSourceTitles[deadlineFrom]}）`}。`}
      {unpublished.length > 0 && (
        <>
          {unpublished.join('、')} 年放假安排未公布，涉及的日期<Link to="/working-calendar">暂定</Link>。
        </>
      )}
    </p>
  )
}

function Schedule({ schedule }: { schedule: ScheduleView }) {
  const { failure, late, can, steps } = schedule
  return (
    <Sheet title="倒排工期" aside={<ScheduleActs schedule={schedule} />}>
      <div className="task-schedule">
        {steps.length > 0 && <p>{summaryOf(schedule)}</p>}
        <Deadline schedule={schedule} />
        {failure && <ConflictNote title="排不出工期" text={failure.text} conflict={failure.conflict} />}
        {late && <ConflictNote title="按今天的进度来不及" text={late.text} conflict={late} />}
        {steps.length > 0 && <StepTable schedule={schedule} />}
        {!can.changeSchedule.allowed && !can.completeStep.allowed && (
          <p className="quiet no-print">{can.changeSchedule.reason}</p>
        )}
        <RevisionList schedule={schedule} />
      </div>
    </Sheet>
  )
}

/** The schedule on the page of a task. */
export function Part({ task }: { task: TaskView }) {
  const schedule = useRead(scheduleContract.getSchedule, { taskId: task.id })
  return (
    <Reading of={schedule}>
      {(view) =>
        view === null ? (
          <Sheet title="倒排工期">
            <p className="quiet">这项任务没有排定工期，或本单位不参与这项任务。专班办公室可在方案的“工期”页补排。</p>
          </Sheet>
        ) : (
          <Schedule schedule={view} />
        )
      }
    </Reading>
  )
}
