import { Input, Modal } from 'antd'
import { type ReactNode, useState } from 'react'

interface WordsDialogProps {
  open: boolean
  title: string
  /** The act in one word, on the button. */
  act: string
  label: string
  /** Least number of characters; 0 where nothing needs to be said. */
  least?: number
  /** Asks for a day as well, beginning with this one. */
  day?: { label: string; first: string; from: string }
  grave?: boolean
  pending: boolean
  error: Error | null
  children?: ReactNode
  onConfirm: (said: { words: string; day: string }) => void
  onCancel: () => void
}

/** An act with words and perhaps a day. */
export function WordsDialog(props: WordsDialogProps) {
  const {
    open,
    title,
    act,
    label,
    least = 0,
    day,
    grave = false,
    pending,
    error,
    children,
    onConfirm,
    onCancel,
  } = props
  const [words, setWords] = useState('')
  const [chosen, setChosen] = useState('')
  const on = chosen === '' ? (day?.first ?? '') : chosen
  const missing = least - words.trim().length
  return (
    <Modal
      open={open}
      title={title}
      okText={act}
      cancelText="取消"
      okButtonProps={{ danger: grave, disabled: missing > 0 || (day !== undefined && on === ''), loading: pending }}
      onOk={() => onConfirm({ words: words.trim(), day: on })}
      onCancel={onCancel}
      afterClose={() => {
        setWords('')
        setChosen('')
      }}
      destroyOnHidden
    >
      <div className="form-stack">
        {children}
        {day && (
          <label>
            <span className="form-label">{day.label}</span>
            <Input type="date" min={day.from} value={on} onChange={(e) => setChosen(e.target.value)} />
          </label>
        )}
        <label>
          <span className="form-label">
            {label}
            {least === 0 && <span className="quiet">（可不填）</span>}
          </span>
          <Input.TextArea rows={4} maxLength={500} showCount value={words} onChange={(e) => setWords(e.target.value)} />
        </label>
        {missing > 0 && words !== '' && <p className="quiet">再写 {missing} 个字。</p>}
        {error && (
          <p className="form-refusal" role="alert">
            {error.message}
          </p>
        )}
      </div>
    </Modal>
  )
}
