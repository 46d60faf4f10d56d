import { Button, Input } from 'antd'
import { useState } from 'react'
import './notes.css'

interface WritingProps {
  label: string
  act: string
  pending: boolean
  onWrite: (text: string) => void
}

/** A few words and one button. */
export function Writing({ label, act, pending, onWrite }: WritingProps) {
  const [text, setText] = useState('')
  return (
    <div className="note-writing no-print">
      <Input.TextArea
        aria-label={label}
        placeholder={label}
        autoSize={{ minRows: 2, maxRows: 6 }}
        maxLength={500}
        value={text}
        onChange={(e) => setText(e.target.value)}
      />
      <Button type="primary" disabled={text.trim().length < 2} loading={pending} onClick={() => onWrite(text.trim())}>
        {act}
      </Button>
    </div>
  )
}
