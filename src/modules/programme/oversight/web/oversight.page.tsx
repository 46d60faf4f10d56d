import { Button, Select } from 'antd'
import { useState } from 'react'
import { AgencyChoice } from '#modules/office/organisations/web/index.tsx'
import { useRead } from '#ui/client.ts'
import { Page as Screen, Sheet } from '#ui/page.tsx'
import { Reading } from '#ui/reading.tsx'
import { EmptyState } from '#ui/states.tsx'
import { useForm } from '#ui/use-form.ts'
import { type LeaderView, type OversightView, oversightContract } from '../contract.ts'
import './oversight.css'

interface LeaderOversightProps {
  leader: LeaderView
  tasks: OversightView['tasks']
}

const same = (a: readonly string[], b: readonly string[]): boolean => [...a].sort().join() === [...b].sort().join()

function LeaderOversight({ leader, tasks }: LeaderOversightProps) {
  // Untouched it follows what is stored; once touched it stays.
  const [chosen, setChosen] = useState<Pick<LeaderView, 'agencyIds' | 'taskIds'> | null>(null)
  const { agencyIds, taskIds } = chosen ?? leader
  const save = useForm(
    oversightContract.saveOversight,
    chosen && {
      userId: leader.userId,
      agencyIds: leader.agencyIds.toSorted(),
      taskIds: leader.taskIds.toSorted(),
    },
  )
  const isChanged = !same(agencyIds, leader.agencyIds) || !same(taskIds, leader.taskIds)
  const { userId, name, can } = leader
  const act = (
    <Button
      type="primary"
      disabled={!can.saveOversight || !isChanged}
      loading={save.isPending}
      onClick={() => save.mutate({ userId, agencyIds, taskIds })}
    >
      保存
    </Button>
  )
  return (
    <Sheet title={name} aside={act}>
      <div className="oversight-fields">
        <div>
          <span>分管单位（它们牵头的任务都算）</span>
          <AgencyChoice
            label={`${name}分管单位`}
            many
            value={agencyIds}
            onChange={(next) => setChosen({ agencyIds: next, taskIds })}
          />
        </div>
        <div>
          <span>另外重点关注的任务</span>
          <Select
            mode="multiple"
            aria-label={`${name}重点关注的任务`}
            placeholder="按编号或名称查找"
            optionFilterProp="label"
            value={taskIds}
            options={tasks.map(({ id, title, programmeTitle }) => ({ value: id, label: title, title: programmeTitle }))}
            onChange={(next) => setChosen({ agencyIds, taskIds: next })}
            style={{ width: '100%' }}
          />
        </div>
      </div>
    </Sheet>
  )
}

function Leaders({ view }: { view: OversightView }) {
  if (view.leaders.length === 0)
    return <EmptyState title="还没有县领导的账号">请系统管理员新建角色为“县领导”的账号，再回来设置分管。</EmptyState>
  return view.leaders.map((leader) => <LeaderOversight key={leader.userId} leader={leader} tasks={view.tasks} />)
}

/** Who of the leaders looks after which agencies and tasks; the chart is filtered by it and their own list begins with it. */
export function Page() {
  const follows = useRead(oversightContract.listOversight, {})
  return (
    <Screen title="领导分管" width="reading" crumbs={[{ label: '工作方案', to: '/programmes' }]}>
      <p className="quiet oversight-note">挂图可按分管领导筛选，领导的“我的要事”先列分管的红灯、黄灯任务。</p>
      <Reading of={follows}>{(view) => <Leaders view={view} />}</Reading>
    </Screen>
  )
}
