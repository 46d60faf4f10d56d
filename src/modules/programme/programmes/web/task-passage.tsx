import { Sheet } from '#ui/page.tsx'
import type { TaskPage } from '../contract.ts'
import { type MarkKind, markPassage } from '../domain/mark-passage.ts'

const kindWords: Record<MarkKind, string> = { title: '任务', agency: '单位', target: '目标', due: '期限' }
const kinds: readonly MarkKind[] = ['title', 'agency', 'target', 'due']

/** The task's own words as published, marked by what was read from them, among the words around. */
export function TaskPassage({ task }: { task: TaskPage }) {
  const { passage, marks } = task
  const present = kinds.filter((kind) => marks.some((mark) => mark.kind === kind))
  const key = (
    <span className="passage-key no-print">
      {present.map((kind) => (
        <span key={kind} className="mark" data-kinds={kind}>
          {kindWords[kind]}
        </span>
      ))}
    </span>
  )
  return (
    <Sheet title={task.source ? '会议议定' : '规划原文'} aside={key}>
      <div className="passage">
        <span className="quiet" aria-label="前文">
          {passage.before && `…${passage.before}`}
        </span>
        <strong className="passage-own">
          {markPassage(passage.text, passage.start, marks).map(({ text, kinds }, i) =>
            kinds.length === 0 ? (
              <span key={i}>{text}</span>
            ) : (
              <span
                key={i}
                className="mark"
                data-kinds={kinds.join(' ')}
                title={kinds.map((k) => kindWords[k]).join('、')}
              >
                {text}
              </span>
            ),
          )}
        </strong>
        <span className="quiet" aria-label="后文">
          {passage.after && `${passage.after}…`}
        </span>
      </div>
    </Sheet>
  )
}
