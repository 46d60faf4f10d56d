import { useMemo } from 'react'
import type { CompiledPlan } from '#compiler/compiled-plan.ts'
import { formatCadence } from '../../domain/labels.data.ts'
import { type FindingGroup, groupFindings } from '../../domain/workbench/findings.ts'
import { ProblemList, type ShownProblem } from './problem-list.tsx'
import { TargetLine } from './target-line.tsx'
import { type CardProps, TaskCard } from './task-card.tsx'
import './findings-list.css'

interface FindingsListProps extends CardProps {
  plan: CompiledPlan
  problems: readonly ShownProblem[]
  onAccept?: (problem: ShownProblem) => void
  onWithdraw?: (problem: ShownProblem) => void
  onNames?: () => void
}

const countWords = ({ tasks, targets }: FindingGroup): string => {
  const all = targets.length + tasks.reduce((sum, task) => sum + task.targets.length, 0)
  return [tasks.length > 0 && `${tasks.length} 项任务`, all > 0 && `${all} 个目标`].filter(Boolean).join('，')
}

function Group({ group, ...card }: CardProps & { group: FindingGroup }) {
  const { selected, editor, onSelect } = card
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
      {group.tasks.map((finding) => {
        const items = [...finding.targets.map((t) => `target:${t.id}`), ...finding.cadences.map((c) => c.item)]
        const here = holds(`task:${finding.task.id}`, items) ? selected : null
        return <TaskCard key={finding.task.id} finding={finding} {...card} selected={here} />
      })}
    </section>
  )
}

/** What was found, under the plan's own actions, with what speaks against publishing on top. */
export function FindingsList({ plan, problems, onAccept, onWithdraw, onNames, ...card }: FindingsListProps) {
  const groups = useMemo(() => groupFindings(plan), [plan])
  const { selected, onSelect } = card
  return (
    <div className="findings">
      <div className="findings-pinned">
        <ProblemList {...{ problems, selected, onSelect, onAccept, onWithdraw, onNames }} />
      </div>
      {groups.map((group) => (
        <Group key={group.key} group={group} {...card} />
      ))}
    </div>
  )
}
