import { Button } from 'antd'
import { type ClipboardEvent, type DragEvent, type ReactNode, useRef, useState } from 'react'
import { PasteText } from './paste-text.tsx'

interface FileDropProps {
  /** “把印发的文件拖到这里” */
  title: string
  /** What is taken and how much: “可递交 .docx .doc .pdf .html .txt，每个不超过 50 MB，可一次多个”. */
  hint: string
  /** As an input's `accept`. */
  accept: string
  onFiles: (files: readonly File[]) => void
  /** Taking pasted words as well. */
  onText?: (text: string) => void
  /** What can already be said of pasted words before they are sent. */
  renderNote?: (text: string) => ReactNode
  busy?: boolean
}

/** Hand files in by dropping, choosing or pasting; several at once. Pasted words open for a look before they are sent. */
export function FileDrop({ title, hint, accept, onFiles, onText, renderNote, busy = false }: FileDropProps) {
  const [over, setOver] = useState(false)
  const [draft, setDraft] = useState<string | null>(null)
  const chooser = useRef<HTMLInputElement>(null)
  const take = (list: FileList | null) => {
    if (list && list.length > 0) onFiles([...list])
  }
  const drop = (e: DragEvent) => {
    e.preventDefault()
    setOver(false)
    take(e.dataTransfer.files)
  }
  const paste = (e: ClipboardEvent) => {
    if (draft !== null) return
    if (e.clipboardData.files.length > 0) return take(e.clipboardData.files)
    const text = e.clipboardData.getData('text/plain')
    if (onText && text.trim() !== '') {
      e.preventDefault()
      setDraft(text)
    }
  }
  const hold = (e: DragEvent) => {
    e.preventDefault()
    setOver(true)
  }
  return (
    <div
      className="file-drop"
      data-over={over}
      onDragOver={hold}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      onPaste={paste}
    >
      {draft === null ? (
        <>
          <p className="file-drop-title">{over ? '松开即递交' : title}</p>
          <p className="quiet">{hint}</p>
          <div className="file-drop-acts">
            <Button type="primary" disabled={busy} onClick={() => chooser.current?.click()}>
              选择文件
            </Button>
            {onText && <Button onClick={() => setDraft('')}>粘贴全文</Button>}
          </div>
        </>
      ) : (
        <PasteText
          text={draft}
          note={renderNote?.(draft)}
          onText={setDraft}
          onCancel={() => setDraft(null)}
          onSend={(text) => {
            setDraft(null)
            onText?.(text)
          }}
        />
      )}
      <input
        ref={chooser}
        type="file"
        multiple
        accept={accept}
        hidden
        aria-label={title}
        onChange={(e) => {
          take(e.target.files)
          e.target.value = ''
        }}
      />
    </div>
  )
}
