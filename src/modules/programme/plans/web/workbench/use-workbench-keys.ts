import { useEffect } from 'react'
import type { CompiledPlan } from '#compiler/compiled-plan.ts'
import type { Editor } from './editing.ts'

interface WorkbenchKeys {
  plan: CompiledPlan
  /** The items j and k walk through, in the order of the text. */
  items: readonly string[]
  selected: string | null
  onSelect: (item: string | null) => void
  editor: Editor | null
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof Element &&
  target.closest('input,textarea,select,[contenteditable],[role=dialog],[role=menu],[role=listbox]') !== null

function neighbour(items: readonly string[], selected: string | null, step: 1 | -1): string | undefined {
  const at = selected === null ? -1 : items.indexOf(selected)
  if (at === -1) return step === 1 ? items[0] : items.at(-1)
  return items[Math.min(items.length - 1, Math.max(0, at + step))]
}

/** What a letter does to the selected task or target; false when it means nothing here. */
function correctByKey(key: string, { plan, selected, editor }: WorkbenchKeys): boolean {
  if (!editor || selected === null) return false
  const task = plan.tasks.find((t) => `task:${t.id}` === selected)
  const target = plan.targets.find((t) => `target:${t.id}` === selected)
  if (target && key === 'e') editor.edit({ kind: 'changeTarget', target })
  else if (target && key === 'Delete')
    editor.correct({ kind: 'dropTarget', at: target.clause.span, figure: target.valueSpan })
  else if (task && key === 'r') editor.edit({ kind: 'retitleTask', task })
  else if (task && key === 't') editor.edit({ kind: 'changeDue', task })
  else if (task && key === 'a') editor.edit({ kind: 'addAgency', task, words: '' })
  else if (task && key === 'm') editor.edit({ kind: 'mergeTasks', task })
  else if (task && key === 'Delete') editor.correct({ kind: 'dropTask', at: task.titleSpan })
  else return false
  return true
}

/** j and k go to the next and previous find; letters begin the frequent corrections; Escape lets go. */
export function useWorkbenchKeys(keys: WorkbenchKeys): void {
  useEffect(() => {
    const press = (e: KeyboardEvent) => {
      if (e.ctrlKey || e.metaKey || e.altKey || e.isComposing || isTyping(e.target)) return
      if (e.key === 'j' || e.key === 'k') {
        const next = neighbour(keys.items, keys.selected, e.key === 'j' ? 1 : -1)
        if (next !== undefined) keys.onSelect(next)
      } else if (e.key === 'Escape') keys.onSelect(null)
      else if (!correctByKey(e.key, keys)) return
      e.preventDefault()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [keys])
}
