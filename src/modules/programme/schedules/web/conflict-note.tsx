import type { ConflictView } from '../contract.ts'

interface ConflictNoteProps {
  title: string
  text: string
  conflict: ConflictView | null
}

/** What cannot hold together, one constraint on a line, so that one of them can be chosen to give way. */
export function ConflictNote({ title, text, conflict }: ConflictNoteProps) {
  // Two constraints read better as the sentence they make.
  if (conflict === null || conflict.parts.length < 3)
    return (
      <p className="conflict-note" role="alert">
        <b>{title}：</b>
        {text}
      </p>
    )
  const { shortDays, parts } = conflict
  return (
    <div className="conflict-note" role="alert">
      <p>
        <b>{title}：</b>
        {shortDays === null ? '步骤互相等待，排不出先后。' : `差 ${shortDays} 个工作日。`}
        下列各条不能同时满足，放宽其中一条即可解开：
      </p>
      <ul>
        {parts.map((part) => (
          <li key={part.text}>{part.text}</li>
        ))}
      </ul>
    </div>
  )
}
