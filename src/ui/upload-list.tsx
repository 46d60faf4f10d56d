import { Button, Progress } from 'antd'
import type { ReactNode } from 'react'
import { ink } from './ink.ts'
import type { UploadLine } from './upload-queue.ts'
import { formatBytes } from './words.ts'

interface UploadListProps<T> {
  lines: readonly UploadLine<T>[]
  /** What a finished line offers: a link to the record, a note that it was there already. */
  answered: (answer: T) => ReactNode
  onDismiss: (id: number) => void
}

const words = {
  waiting: '等待',
  sending: '正在上传',
  working: '正在读取',
  done: '已递交',
  refused: '未能递交',
} as const

/** Files under way, one line each; a refusal stays until it is put away. */
export function UploadList<T>({ lines, answered, onDismiss }: UploadListProps<T>) {
  if (lines.length === 0) return null
  return (
    <ul className="upload-list" aria-live="polite">
      {lines.map(({ id, name, size, state, share, sentence, answer }) => (
        <li key={id} data-state={state}>
          <span className="upload-name" title={name}>
            {name} <small className="quiet">{formatBytes(size)}</small>
          </span>
          <span className="upload-fate">
            {state === 'sending' || state === 'waiting' ? (
              <Progress
                percent={Math.round(share * 100)}
                size="small"
                strokeColor={ink.accent}
                aria-label={words[state]}
              />
            ) : state === 'done' && answer !== undefined ? (
              answered(answer)
            ) : (
              (sentence ?? words[state])
            )}
          </span>
          {(state === 'refused' || state === 'done') && (
            <Button type="text" size="small" onClick={() => onDismiss(id)} aria-label={`收起 ${name}`}>
              收起
            </Button>
          )}
        </li>
      ))}
    </ul>
  )
}
