import { type MouseEvent, memo } from 'react'
import { everyTitles, formatCadence, formatDue, taskKindTitles } from '../../domain/labels.data.ts'
import type { Shown, TaskFinding } from '../../domain/workbench/findings.ts'
import { AgencyLine } from './agency-line.tsx'
import type { Editor } from './editing.ts'
import { TargetLine } from './target-line.tsx'
import { TaskMenu } from './task-menu.tsx'
import { UntakenList } from './untaken-list.tsx'

export interface CardProps {
  /** The selected item when it stands here. */
  selected: string | null
  editor: Editor | null
  unsettled: ReadonlySet<string>
  onSelect: (item: string) => void
  /** What is listed; figures that were not taken lie unfolded when they are looked for. */
  shown: Shown
  /** The text of the plan, which no correction changes. */
  source: string
  onSettle?: (name: string) => void
}

const isControl = (target: EventTarget) =>
  target instanceof Element && target.closest('button,a,summary,[role=menuitem]') !== null

type TaskCardProps = CardProps & { finding: TaskFinding }

/** Whether a card would show the same; findings are gathered anew after every correction, their parts mostly stay. */
function isSame(a: TaskCardProps, b: TaskCardProps): boolean {
  const [one, other] = [a.finding, b.finding]
  return (
    one.task === other.task &&
    one.targets.length === other.targets.length &&
    one.targets.every((target, i) => target === other.targets[i]) &&
    one.cadences.length === other.cadences.length &&
    one.cadences.every(
      ({ cadence, item }, i) => cadence === other.cadences[i]?.cadence && item === other.cadences[i]?.item,
    ) &&
    one.untaken.length === other.untaken.length &&
    one.untaken.every((figure, i) => figure === other.untaken[i]) &&
    a.selected === b.selected &&
    a.shown === b.shown &&
    a.editor === b.editor &&
    a.unsettled === b.unsettled &&
    a.onSelect === b.onSelect &&
    a.onSettle === b.onSettle
  )
}

/** One task as it was understood: number and title, who, until when, what figures. */
export const TaskCard = memo(function TaskCard({
  finding,
  selected,
  editor,
  unsettled,
  onSelect,
  shown,
  source,
  onSettle,
}: TaskCardProps) {
  const { task, targets, cadences, untaken } = finding
  const item = `task:${task.id}`
  const lines = { task, editor, unsettled, onSettle }
  const choose = (e: MouseEvent) => {
    if (!isControl(e.target)) onSelect(item)
  }
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the title inside is the button; the card around it only widens it
    <article className="task-card" data-item={item} data-selected={selected === item} onClick={choose}>
      <header>
        <button type="button" className="plain-button task-title" onClick={() => onSelect(item)}>
          <span className="task-number">{`${taskKindTitles[task.kind]} ${task.number}`}</span>
          <b>{task.title}</b>
        </button>
        {editor && <TaskMenu task={task} editor={editor} />}
      </header>
      <dl>
        <AgencyLine label={task.mode === 'joint' ? '共同' : '牵头'} agencies={task.leads} {...lines} />
        <AgencyLine label={task.mode === 'joint' ? '共同' : '参与'} agencies={task.participants} {...lines} />
        {task.leads.length + task.participants.length === 0 && (
          <div className="finding-line">
            <dt>单位</dt>
            <dd className="missing">未写明责任单位</dd>
          </div>
        )}
        {task.due && (
          <div className="finding-line">
            <dt>期限</dt>
            <dd>
              {formatDue(task.due)}
              {task.due.inferred && <small className="quiet">（年份按实施期推定）</small>}
            </dd>
          </div>
        )}
        {cadences.map(({ cadence, item: id }) => (
          <div key={id} className="finding-line" data-item={id} data-selected={selected === id}>
            <dt>频次</dt>
            <dd>
              <button
                type="button"
                className="plain-button"
                onClick={() => onSelect(id)}
                title={everyTitles[cadence.every]}
              >
                {cadence.what} {formatCadence(cadence)}
              </button>
            </dd>
          </div>
        ))}
        {targets.map((target) => (
          <TargetLine
            key={target.id}
            target={target}
            selected={selected === `target:${target.id}`}
            {...{ editor, onSelect }}
          />
        ))}
      </dl>
      <UntakenList figures={untaken} open={shown === 'untaken'} {...{ source, task, selected, editor, onSelect }} />
    </article>
  )
}, isSame)
