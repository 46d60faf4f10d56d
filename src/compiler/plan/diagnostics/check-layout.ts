import type { Diagnostic } from '../../compiled-plan.ts'
import type { BuiltTask } from '../build-tasks.ts'
import type { PlanText } from '../read-plan-text.ts'
import { labelsIn, type Mark } from '../responsibility/clause-marks.ts'
import { opensLine } from '../responsibility/line-clauses.ts'
import { type Range, spanOf } from '../text/reading-text.ts'
import { report } from './catalogue.ts'
import type { StructureDiagnosticCode } from './structure-catalogue.data.ts'

/** Where the layout of the text makes its reading doubtful. */

const SHOWN = 12
/** So many times as long as the task in the middle. */
const TIMES = 3
const LONG = 400
const FEW_TASKS = 5

const shorten = (words: string): string => (words.length > SHOWN ? words.slice(0, SHOWN) : words)

const first = (plan: PlanText, code: StructureDiagnosticCode, places: readonly Range[]): Diagnostic[] =>
  places.slice(0, 1).map(({ start, end }) =>
    report(code, spanOf(plan.reading, start, end), {
      what: shorten(plan.reading.written.slice(start, end)),
      other: String(places.length),
    }),
  )

function checkLengths(built: readonly BuiltTask[]): Diagnostic[] {
  const tasks = built.map(({ task }) => task).filter(({ kind }) => kind === 'task')
  if (tasks.length < FEW_TASKS) return []
  const usual = tasks.map(({ text }) => text.length).sort((a, b) => a - b)[tasks.length >> 1] ?? 0
  return tasks
    .filter(({ text }) => text.length > Math.max(LONG, usual * TIMES))
    .map(({ title, text, titleSpan }) =>
      report('GT123', titleSpan, { what: title, other: `有${text.length}字，一般任务约${usual}字` }),
    )
}

const ASKS: ReadonlySet<Mark['role']> = new Set(['lead', 'responsible', 'support'])

/** Labels with nothing behind them, and lines that begin with one and yielded no clause. */
function checkLabels({ reading, paragraphs, clauses }: PlanText): Diagnostic[] {
  return paragraphs.flatMap(({ start, end, row }, i) => {
    if (row) return []
    const words = reading.text.slice(start, end)
    return labelsIn(words).flatMap((label) => {
      const asks = label.sure && ASKS.has(label.role) && opensLine(words, label)
      const isEmpty = /^\s*(?:[;,。)〕\]】]|$)/.test(words.slice(label.end))
      if (!asks || (!isEmpty && clauses.has(i))) return []
      const what = words.slice(label.start, label.end).replace(/[:】]+$/, '')
      return [report('GT137', spanOf(reading, start + label.start, start + label.end), { what })]
    })
  })
}

/** Lost breaks, doubled text, unread rows, tasks that are too long, labels without names. */
export const checkLayout = (plan: PlanText, built: readonly BuiltTask[]): Diagnostic[] => [
  ...first(plan, 'GT115', plan.doubts.lost),
  ...first(plan, 'GT116', plan.doubts.doubled),
  ...first(plan, 'GT117', plan.doubts.unread),
  ...first(plan, 'GT118', plan.doubts.shaped),
  ...checkLengths(built),
  ...checkLabels(plan),
]
