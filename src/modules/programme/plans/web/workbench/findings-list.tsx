import { Segmented } from 'antd'
import { useMemo } from 'react'
import type { CompiledPlan } from '#compiler/compiled-plan.ts'
import { formatCadence } from '../../domain/labels.data.ts'
import { type FindingGroup, groupFindings, narrowTo, type Shown } from '../../domain/workbench/findings.ts'
import { openShapes } from '../../domain/workbench/open-readings.ts'
import { OpenShapes } from './open-reading.tsx'
import { ProblemList, type ShownProblem } from './problem-list.tsx'
import { TargetLine } from './target-line.tsx'
import { type CardProps, TaskCard } from './task-card.tsx'
import { UntakenList } from './untaken-list.tsx'
import './findings-list.css'

interface FindingsListProps extends Omit<CardProps, 'source'> {
  plan: CompiledPlan
  problems: readonly ShownProblem[]
  onAccept?: (problem: ShownProblem) => void
  onWithdraw?: (problem: ShownProblem) => void
  onNames?: () => void
  onShown: (shown: Shown) => void
}

const countWords = ({ tasks, targets }: FindingGroup): string => {
  const all = targets.length + tasks.reduce((sum, task) => sum + task.targets.length, 0)
  return [tasks.length > 0 && `${tasks.length} 项任务`, all > 0 && `${all} 个目标`].filter(Boolean).join('，')
}

function Group({ group, ...card }: CardProps & { group: FindingGroup }) {
  const { selected, editor, onSelect, shown, source } = card
  const holds = (id: string, items: readonly string[]) =>
    id === selected || (selected !== null && items.includes(selected))
  return (
    <section className="finding-group">
      <header>
        {group.above.length > 0 && <span className="quiet group-above">{group.above.join(' › ')}</span>}
        <h2>{group.heading}</h2>
        <span className="quiet">{countWords(group)}</span>
      </header>
      {group.targets.length + group.cadences.length > 0 && (
        <dl className="loose-findings">
          {group.targets.map((target) => (
            <TargetLine
              key={target.id}
              target={target}
              selected={selected === `target:${target.id}`}
              {...{ editor, onSelect }}
            />
          ))}
          {group.cadences.map(({ cadence, item }) => (
            <div key={item} className="finding-line" data-item={item} data-selected={selected === item}>
              <dt>频次</dt>
              <dd>
                <button type="button" className="plain-button" onClick={() => onSelect(item)}>
                  {cadence.what} {formatCadence(cadence)}
                </button>
              </dd>
            </div>
          ))}
        </dl>
      )}
      {group.untaken.length > 0 && (
        <div className="loose-findings">
          <UntakenList
            figures={group.untaken}
            task={null}
            open={shown === 'untaken'}
            {...{ source, selected, editor, onSelect }}
          />
        </div>
      )}
      {group.tasks.map((finding) => {
        const items = [
          ...finding.targets.map((t) => `target:${t.id}`),
          ...finding.cadences.map((c) => c.item),
          ...finding.untaken.map((u) => `untaken:${u.id}`),
        ]
        const here = holds(`task:${finding.task.id}`, items) ? selected : null
        return <TaskCard key={finding.task.id} finding={finding} {...card} selected={here} />
      })}
    </section>
  )
}

interface ShownChoiceProps {
  plan: CompiledPlan
  open: number
  shown: Shown
  onShown: (shown: Shown) => void
}

/** Everything, or only what somebody should look at; absent where there is no such thing. */
function ShownChoice({ plan, open, shown, onShown }: ShownChoiceProps) {
  const untaken = plan.untaken?.length ?? 0
  const proposed = plan.targets.filter(({ indicator }) => indicator.proposed).length
  if (open + proposed + untaken === 0 && shown === 'all') return null
  const options: { value: Shown; label: string; count: number }[] = [
    { value: 'all', label: '全部', count: 1 },
    { value: 'open', label: `待确认 ${open}`, count: open },
    { value: 'proposed', label: `建议新建指标 ${proposed}`, count: proposed },
    { value: 'untaken', label: `未取数字 ${untaken}`, count: untaken },
  ]
  const held = options.filter(({ value, count }) => count > 0 || value === shown)
  return <Segmented className="shown-choice" size="small" value={shown} options={held} onChange={onShown} />
}

/** What was found, under the plan's own actions, with what speaks against publishing on top. */
export function FindingsList(props: FindingsListProps) {
  const { plan, problems, onAccept, onWithdraw, onNames, onShown, ...card } = props
  const { selected, onSelect, editor, shown } = card
  const all = useMemo(() => groupFindings(plan), [plan])
  const groups = useMemo(() => narrowTo(all, shown), [all, shown])
  const shapes = useMemo(() => openShapes(plan.targets), [plan])
  const open = shapes.reduce((sum, { targets }) => sum + targets.length, 0)
  return (
    <div className="findings">
      <div className="findings-pinned">
        <ProblemList {...{ problems, selected, onSelect, onAccept, onWithdraw, onNames }} />
        <ShownChoice {...{ plan, open, shown }} onShown={onShown} />
        {shown === 'open' && <OpenShapes {...{ shapes, editor }} />}
      </div>
      {groups.map((group) => (
        <Group key={group.key} group={group} {...card} source={plan.source.text} />
      ))}
      {groups.length === 0 && (
        <p className="quiet findings-none">{shown === 'open' ? '计数方式都已确认。' : '没有。'}</p>
      )}
    </div>
  )
}
