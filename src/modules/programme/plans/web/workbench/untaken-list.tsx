import { Button } from 'antd'
import type { PlanTask, UntakenFigure } from '#compiler/compiled-plan.ts'
import { frameInWords, untakenTitles } from '../../domain/labels.data.ts'
import { fieldsOf } from './draft.ts'
import type { Editor } from './editing.ts'

interface UntakenListProps {
  /** The text of the plan. */
  source: string
  figures: readonly UntakenFigure[]
  /** Null for those of goals and of no task. */
  task: PlanTask | null
  selected: string | null
  editor: Editor | null
  onSelect: (item: string) => void
  /** Unfolded from the start: they are what is being looked for. */
  open: boolean
}

/** Words on either side of a figure; a text that lost its stops has clauses of a page. */
const longest = 48

/** The clause as published, its figure set off. Line breaks inside are those of the page. */
function Clause({ source, figure: { clause, valueSpan } }: { source: string; figure: UntakenFigure }) {
  const words = (from: number, to: number) => source.slice(from, to).replace(/\s+/g, '')
  const before = words(clause.span[0], valueSpan[0])
  const after = words(valueSpan[1], clause.span[1])
  return (
    <>
      {before.length > longest ? `…${before.slice(-longest)}` : before}
      <b>{words(...valueSpan)}</b>
      {after.length > longest ? `${after.slice(0, longest)}…` : after}
    </>
  )
}

/** Figures of a task or a goal that were not taken as targets, each with why; one click takes it. */
export function UntakenList({ source, figures, task, selected, editor, onSelect, open }: UntakenListProps) {
  if (figures.length === 0) return null
  const isChosen = figures.some(({ id }) => selected === `untaken:${id}`)
  const take = (figure: UntakenFigure) =>
    editor?.correct({
      kind: 'addTarget',
      at: figure.clause.span,
      figure: figure.valueSpan,
      task: task?.titleSpan ?? null,
      target: fieldsOf(figure),
    })
  return (
    <details className="untaken" open={open || isChosen}>
      <summary className="quiet">{`未取为目标的数字 ${figures.length} 处`}</summary>
      <ul>
        {figures.map((figure) => {
          const item = `untaken:${figure.id}`
          return (
            <li key={figure.id} data-item={item} data-selected={selected === item}>
              <button type="button" className="plain-button untaken-words" onClick={() => onSelect(item)}>
                <Clause {...{ source, figure }} />
                <small className="quiet" title={frameInWords(figure.frame)}>
                  {untakenTitles[figure.reason]}
                </small>
              </button>
              {editor && (
                <Button size="small" aria-label={`取为目标：${figure.clause.text}`} onClick={() => take(figure)}>
                  取为目标
                </Button>
              )}
            </li>
          )
        })}
      </ul>
    </details>
  )
}
