import { Link } from '@tanstack/react-router'
import { dayOf } from '#kernel/moment.ts'
import { PlanPlaceLink } from '#modules/programme/plans/web/index.tsx'
import { useRead } from '#ui/client.ts'
import { type Fact, FactList } from '#ui/fact-list.tsx'
import { Page as Screen, Sheet } from '#ui/page.tsx'
import { Parts } from '#ui/parts.tsx'
import { Reading } from '#ui/reading.tsx'
import { usePathWord } from '#ui/url-state.ts'
import { type AgencyShown, programmeContract, type TaskPage } from '../contract.ts'
import { agencyKey } from '../domain/agency-names.ts'
import { callTask } from '../domain/task-name.ts'
import { PrintButton } from './print-button.tsx'
import { useOfProgramme } from './programme-now.ts'
import { taskSections } from './slots.ts'
import { TaskDue } from './task-due.tsx'
import { TaskHistory } from './task-history.tsx'
import { TaskPassage } from './task-passage.tsx'
import { TaskTargets } from './task-targets.tsx'
import './task.css'

function Agencies({ agencies, programmeId }: { agencies: readonly AgencyShown[]; programmeId: string }) {
  return (
    <ul className="agency-names">
      {agencies.map((agency) => (
        <li key={agencyKey(agency)}>
          <Link to={`/programmes/${programmeId}/tasks`} search={{ agency: agency.name, group: 'none' }}>
            {agency.name}
          </Link>
          {agency.inherited && <span className="kind-tag">全文统一规定</span>}
          {agency.agencyId === null && <span className="kind-tag">不在名录</span>}
        </li>
      ))}
    </ul>
  )
}

function enteredBy({ source, addedIn }: TaskPage): string {
  if (source) return `会议议定，执行第 ${addedIn} 版时增加`
  return addedIn > 1 ? `第 ${addedIn} 版新增` : '第 1 版'
}

function factsOf(task: TaskPage): readonly Fact[] {
  const { leads, participants, programmeId, dueText, action } = task
  const due = <TaskDue task={task} today={dayOf(new Date())} />
  return [
    {
      label: leads.length > 1 && participants.length === 0 ? '共同负责' : '牵头单位',
      value: (leads.length > 0 && <Agencies {...{ agencies: leads, programmeId }} />) || (
        <span className="quiet">未明确</span>
      ),
    },
    {
      label: '责任单位',
      value: participants.length > 0 ? <Agencies {...{ agencies: participants, programmeId }} /> : null,
    },
    {
      label: '完成期限',
      value: (
        <>
          {due}
          {task.dueOn !== null && dueText && <span className="quiet">（原文“{dueText}”）</span>}
        </>
      ),
    },
    {
      label: '所属行动',
      value: action && (
        <Link to={`/programmes/${programmeId}/tasks`} search={{ action }}>
          {action}
        </Link>
      ),
    },
    { label: '列入', value: enteredBy(task) },
  ]
}

function Task({ task }: { task: TaskPage }) {
  const { programmeId, programmeTitle, planId, number, title } = task
  useOfProgramme(programmeId)
  return (
    <Screen
      title={callTask({ number, title })}
      width="reading"
      crumbs={[
        { label: programmeTitle, to: `/programmes/${programmeId}` },
        { label: '任务', to: `/programmes/${programmeId}/tasks` },
      ]}
      meta={task.kind === 'measure' ? '保障措施' : undefined}
      actions={
        <>
          <PrintButton />
          {task.source ? (
            <Link className="button-link" to={`/meetings/${task.source.id}`}>
              {task.source.title}
            </Link>
          ) : (
            <PlanPlaceLink className="button-link" planId={planId} span={[task.spanStart, task.spanEnd]}>
              在规划原文中查看
            </PlanPlaceLink>
          )}
        </>
      }
    >
      <Sheet>
        <FactList facts={factsOf(task)} />
      </Sheet>
      <TaskPassage task={task} />
      <TaskTargets targets={task.targets} />
      <Parts slot={taskSections} task={task} />
      <TaskHistory history={task.history} />
    </Screen>
  )
}

/** One task: who does it, until when, in which words of the plan, with which targets. */
export function Page() {
  const task = useRead(programmeContract.getTask, { taskId: usePathWord('taskId') })
  return (
    <Reading
      of={task}
      loading={
        <Screen title="任务" width="reading">
          {null}
        </Screen>
      }
    >
      {(page) => <Task task={page} />}
    </Reading>
  )
}
