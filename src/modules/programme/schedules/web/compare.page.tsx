import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { z } from 'zod'
import { addDays } from '#kernel/day.ts'
import type { ProgrammeView } from '#modules/programme/programmes/contract.ts'
import { ProgrammeFrame } from '#modules/programme/programmes/web/index.tsx'
import { useRead } from '#ui/client.ts'
import { DayInput } from '#ui/form/day-field.tsx'
import { Sheet } from '#ui/page.tsx'
import { Reading } from '#ui/reading.tsx'
import { EmptyState } from '#ui/states.tsx'
import { useSetUrlWords, useUrlWord } from '#ui/url-state.ts'
import { scheduleContract, type TaskDifference } from '../contract.ts'
import { DifferenceList } from './difference-list.tsx'
import { RevisionLine } from './revision-list.tsx'
import './schedule.css'
import './task-schedule.css'

function progressText({ difference }: TaskDifference): string {
  const { doneBefore, doneAfter, totalBefore, totalAfter, deadlineBefore, deadlineAfter } = difference
  const steps = totalBefore === totalAfter ? `共 ${totalAfter} 步` : `${totalBefore} 步变为 ${totalAfter} 步`
  const done = doneBefore === doneAfter ? `办结 ${doneAfter} 步` : `办结 ${doneBefore} 步 → ${doneAfter} 步`
  const deadline = deadlineBefore === deadlineAfter ? '' : `；期限 ${deadlineBefore ?? '无'} → ${deadlineAfter ?? '无'}`
  return `${steps}，${done}${deadline}`
}

function Changed({ task }: { task: TaskDifference }) {
  const { taskId, title, difference, revisions } = task
  return (
    <Sheet
      title={<Link to={`/tasks/${taskId}`}>{title}</Link>}
      aside={<span className="quiet">{progressText(task)}</span>}
    >
      <DifferenceList steps={difference.steps} />
      <ol className="revision-list">
        {revisions.map((revision) => (
          <RevisionLine key={revision.id} revision={revision} />
        ))}
      </ol>
    </Sheet>
  )
}

function wholeText({ difference }: TaskDifference): string {
  const { kind, totalBefore, totalAfter, deadlineAfter } = difference
  if (kind === 'removed') return `原有 ${totalBefore} 步`
  return deadlineAfter === null ? '没有期限，未排出' : `${totalAfter} 步，期限 ${deadlineAfter}`
}

/** Tasks that came or went whole, one line each. */
function Whole({ title, tasks }: { title: string; tasks: readonly TaskDifference[] }) {
  if (tasks.length === 0) return null
  return (
    <Sheet title={`${title} ${tasks.length} 项`}>
      <ul className="whole-list">
        {tasks.map((task) => (
          <li key={task.taskId}>
            <Link to={`/tasks/${task.taskId}`}>{task.title}</Link>
            <span>{wholeText(task)}</span>
            <span className="quiet">{task.revisions.at(-1)?.reason}</span>
          </li>
        ))}
      </ul>
    </Sheet>
  )
}

const monthBefore = (day: string): string => addDays(day, -30)

const isDay = (on: string): boolean => z.iso.date().safeParse(on).success

function Days({ from, to, today }: { from: string; to: string; today: string }) {
  const set = useSetUrlWords()
  const task = useUrlWord('task')
  return (
    <div className="compare-days no-print">
      <label htmlFor="compare-from">从</label>
      <DayInput id="compare-from" required to={today} value={from} onChange={(on) => isDay(on) && set({ from: on })} />
      <label htmlFor="compare-to">到</label>
      <DayInput id="compare-to" required to={today} value={to} onChange={(on) => isDay(on) && set({ to: on })} />
      {task !== '' && <Button onClick={() => set({ task: '' })}>看全部任务</Button>}
      <Button onClick={() => window.print()}>打印</Button>
    </div>
  )
}

function Comparison({ programme }: { programme: ProgrammeView }) {
  const { id: programmeId, today } = programme
  const [first, last, task] = [useUrlWord('from'), useUrlWord('to'), useUrlWord('task')]
  const [from, to] = [first === '' ? monthBefore(today) : first, last === '' ? today : last]
  const input = { programmeId, from, to, ...(task !== '' && { taskId: task }) }
  const comparison = useRead(scheduleContract.compareSchedules, input, { keepOld: true })
  return (
    <>
      <Days {...{ from, to, today }} />
      <Reading of={comparison}>
        {({ tasks }) =>
          tasks.length === 0 ? (
            <EmptyState title={`${from} 到 ${to}，工期没有变化`}>换两个日期再比。</EmptyState>
          ) : (
            <>
              <p className="schedule-opening">
                {from} 晚到 {to} 晚，{tasks.length} 项任务的工期有变化。
              </p>
              {tasks
                .filter(({ difference }) => difference.kind === 'changed')
                .map((one) => (
                  <Changed key={one.taskId} task={one} />
                ))}
              <Whole title="新排工期" tasks={tasks.filter(({ difference }) => difference.kind === 'added')} />
              <Whole title="取消" tasks={tasks.filter(({ difference }) => difference.kind === 'removed')} />
            </>
          )
        }
      </Reading>
    </>
  )
}

/** What became of the schedules between two days: progress, dates, additions, deletions, each with its reason. */
export function Page() {
  return <ProgrammeFrame tab="工期对比">{(programme) => <Comparison programme={programme} />}</ProgrammeFrame>
}
