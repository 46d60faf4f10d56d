import { Modal } from 'antd'
import { useEffect } from 'react'
import { KeyHint } from '#ui/key-hint.tsx'

const reading = [
  [['j'], '下一处'],
  [['k'], '上一处'],
  [['Esc'], '取消选择'],
] as const
const correcting = [
  [['r'], '改任务名称'],
  [['t'], '改完成期限'],
  [['a'], '给任务增加单位'],
  [['m'], '与其他任务合并'],
  [['e'], '改目标'],
  [['Delete'], '删除所选的任务或目标'],
  [['u'], '撤销最近一次更正'],
] as const

interface KeysDialogProps {
  open: boolean
  /** Whether corrections are for this person and this state of the plan. */
  mayCorrect: boolean
  onClose: () => void
}

/** The keys of the workbench. */
export function KeysDialog({ open, mayCorrect, onClose }: KeysDialogProps) {
  const keys = [...reading, ...(mayCorrect ? correcting : []), [['?'], '显示这份说明'] as const]
  return (
    <Modal open={open} title="快捷键" footer={null} onCancel={onClose} width={400}>
      <dl className="key-list">
        {keys.map(([names, words]) => (
          <div key={words}>
            <dt>{words}</dt>
            <dd>
              <KeyHint keys={names} />
            </dd>
          </div>
        ))}
      </dl>
      {mayCorrect && <p className="quiet">先选中任务或目标，再按键。在原文中选中文字，可把它作为任务、目标或单位。</p>}
    </Modal>
  )
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('input,textarea,select,[contenteditable],[role=dialog]') !== null

/** `?` shows the keys, `u` takes the last correction back. */
export function usePlanKeys({ onKeys, onUndo }: { onKeys: () => void; onUndo?: () => void }): void {
  useEffect(() => {
    const press = (e: KeyboardEvent) => {
      if (e.ctrlKey || e.metaKey || e.altKey || e.isComposing || isTyping(e.target)) return
      if (e.key === '?' || e.key === '？') onKeys()
      else if (e.key === 'u') onUndo?.()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [onKeys, onUndo])
}
