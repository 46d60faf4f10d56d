import { Button } from 'antd'
import { useState } from 'react'
import type { Span } from '#kernel/span.ts'
import { useNotices } from '#ui/notices.tsx'
import { formatMoment } from '#ui/words.ts'
import { type CorrectionView, sayGround } from '../contract.ts'

interface RecordsPanelProps {
  corrections: readonly CorrectionView[]
  onUndo?: (correctionId: string) => Promise<unknown>
  onGo: (at: Span) => void
}

function Undo({ id, onUndo }: { id: string; onUndo: NonNullable<RecordsPanelProps['onUndo']> }) {
  const [pending, setPending] = useState(false)
  const { refused } = useNotices()
  const undo = () => {
    setPending(true)
    onUndo(id)
      .catch(refused)
      .finally(() => setPending(false))
  }
  return (
    <Button size="small" loading={pending} onClick={undo}>
      撤销
    </Button>
  )
}

const Nothing = <span className="quiet">（无）</span>

/** What was corrected, newest first: who, when, what stood there before and after. */
export function RecordsPanel({ corrections, onUndo, onGo }: RecordsPanelProps) {
  if (corrections.length === 0)
    return (
      <div className="workbench-page">
        <p className="quiet">还没有更正。每一处更正都记在这里，写明何人何时由什么改成什么，可以逐条撤销。</p>
      </div>
    )
  return (
    <ol className="workbench-page records">
      {corrections
        .toReversed()
        .map(({ id, title, before, after, madeBy, madeAt, lost, correction, proposed, ground }) => (
          <li key={id}>
            <p className="record-head">
              <button type="button" className="plain-button" onClick={() => onGo(correction.at)}>
                <b>{title}</b>
              </button>
              <span className="quiet">{`${formatMoment(madeAt)}　${madeBy}`}</span>
              {proposed && <span className="kind-tag">待生效</span>}
              {onUndo && <Undo id={id} onUndo={onUndo} />}
            </p>
            <dl>
              <dt>原为</dt>
              <dd>{before || Nothing}</dd>
              <dt>改为</dt>
              <dd>{after || Nothing}</dd>
              {ground && <dt>依据</dt>}
              {ground && <dd>{sayGround(ground)}</dd>}
            </dl>
            {lost && (
              <p className="record-lost">原文位置上已没有要改的内容，这条更正没有生效。请撤销，需要时重新更正。</p>
            )}
          </li>
        ))}
    </ol>
  )
}
