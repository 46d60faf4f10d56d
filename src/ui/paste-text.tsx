import { Button, Input } from 'antd'
import type { ReactNode } from 'react'

interface PasteTextProps {
  text: string
  onText: (text: string) => void
  onCancel: () => void
  onSend: (text: string) => void
  /** What can already be said of the words before they are sent. */
  note?: ReactNode
}

/** A place to paste the words of a whole document, counted before they are sent. */
export function PasteText({ text, onText, onCancel, onSend, note }: PasteTextProps) {
  const characters = text.replace(/\s/g, '').length
  return (
    <div className="paste-text">
      <Input.TextArea
        autoFocus
        aria-label="方案全文"
        placeholder="在这里粘贴全文，标题、文号、落款一并粘贴"
        value={text}
        onChange={(e) => onText(e.target.value)}
        rows={12}
      />
      {note}
      <div className="file-drop-acts">
        <span className="quiet">{characters === 0 ? '还没有文字' : `${characters.toLocaleString('zh-CN')} 字`}</span>
        <Button onClick={onCancel}>取消</Button>
        <Button type="primary" disabled={characters === 0} onClick={() => onSend(text)}>
          递交
        </Button>
      </div>
    </div>
  )
}
