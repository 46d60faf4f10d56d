import { Button } from 'antd'
import type { CompiledPlan } from '#compiler/compiled-plan.ts'
import type { Editing } from './editing.ts'
import type { PickedText } from './picked-span.ts'

interface PickedMenuProps {
  plan: CompiledPlan
  picked: PickedText
  onEdit: (editing: Editing) => void
}

/** What the selected words of the source can become; stands under them. */
export function PickedMenu({ plan, picked, onEdit }: PickedMenuProps) {
  const { span, text, box } = picked
  const around = plan.tasks.find((task) => task.span[0] <= span[0] && span[0] < task.span[1]) ?? null
  const canSplit = around !== null && span[0] > around.titleSpan[1]
  const words = text.replace(/\s+/g, '')
  const short = words.slice(0, 80)
  const left = Math.min(box.left, window.innerWidth - 320)
  return (
    <div
      className="picked-menu"
      role="toolbar"
      aria-label="把选中的文字作为"
      style={{ left, top: Math.min(box.bottom + 6, window.innerHeight - 48) }}
    >
      <Button size="small" onClick={() => onEdit({ kind: 'addTask', at: span, words: short })}>
        作为任务
      </Button>
      <Button size="small" onClick={() => onEdit({ kind: 'addTarget', at: span, task: around, words })}>
        作为目标
      </Button>
      {around && words.length <= 60 && (
        <Button size="small" onClick={() => onEdit({ kind: 'addAgency', task: around, words })}>
          作为单位
        </Button>
      )}
      {canSplit && (
        <Button size="small" onClick={() => onEdit({ kind: 'splitTask', task: around, at: span, words: short })}>
          从这里拆开
        </Button>
      )}
    </div>
  )
}
