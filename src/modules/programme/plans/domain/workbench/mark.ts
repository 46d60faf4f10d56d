import type { CompiledPlan, Diagnostic, PlanTask } from '#compiler/compiled-plan.ts'
import type { Span } from '#kernel/span.ts'

export type MarkKind =
  | 'task'
  | 'target'
  | 'figure'
  | 'agency'
  | 'due'
  | 'citation'
  | 'cadence'
  | 'problem'
  | 'untaken'
  | 'place'

/** A place in the source where something was found. Several may lie over or inside one another. */
export interface Mark {
  kind: MarkKind
  span: Span
  /** What is selected by it: `task:t3`, `target:g7`, `cadence:0`, `citation:2`, `problem:5`, `place`. */
  item: string
  /** Whether the letter of its kind stands in the margin beside its first line. */
  lettered: boolean
  severity?: Diagnostic['severity']
}

/** The letter in the margin. */
export const markLetters: Record<MarkKind, string> = {
  task: '任',
  target: '标',
  figure: '标',
  agency: '责',
  due: '期',
  citation: '引',
  cadence: '频',
  problem: '⚠',
  untaken: '',
  place: '',
}

function marksOfTask(task: PlanTask): readonly Mark[] {
  const item = `task:${task.id}`
  const written = [...task.leads, ...task.participants].filter((agency) => !agency.inherited)
  const agencies = written.map(({ span }, i): Mark => ({ kind: 'agency', span, item, lettered: i === 0 }))
  const due: readonly Mark[] = task.due ? [{ kind: 'due', span: task.due.span, item, lettered: true }] : []
  return [{ kind: 'task', span: task.titleSpan, item, lettered: true }, ...agencies, ...due]
}

/**
 * Everything the compiler found, as places in the text, in the order of the text; what has no place is left out.
 * @param more what is to be marked besides
 */
export function marksOf(
  plan: CompiledPlan,
  problems: readonly Diagnostic[] = plan.diagnostics,
  more: readonly Mark[] = [],
): readonly Mark[] {
  const marks: readonly Mark[] = [
    ...plan.tasks.flatMap(marksOfTask),
    ...plan.targets.flatMap(({ id, clause, valueSpan }): Mark[] => [
      { kind: 'target', span: clause.span, item: `target:${id}`, lettered: false },
      { kind: 'figure', span: valueSpan, item: `target:${id}`, lettered: true },
    ]),
    ...(plan.untaken ?? []).map(
      ({ id, valueSpan }): Mark => ({ kind: 'untaken', span: valueSpan, item: `untaken:${id}`, lettered: false }),
    ),
    ...plan.cadences.map(({ span }, i): Mark => ({ kind: 'cadence', span, item: `cadence:${i}`, lettered: true })),
    ...plan.document.cites.map(
      ({ span }, i): Mark => ({ kind: 'citation', span, item: `citation:${i}`, lettered: true }),
    ),
    ...problems.map(
      ({ span, severity }, i): Mark => ({ kind: 'problem', span, item: `problem:${i}`, lettered: true, severity }),
    ),
    ...more,
  ]
  return marks.filter(({ span }) => span[1] > span[0]).sort((a, b) => a.span[0] - b.span[0] || b.span[1] - a.span[1])
}

/** What was found in the order of the text, each once: what the keys j and k walk through. */
export const itemsInOrder = (marks: readonly Mark[]): readonly string[] => [
  ...new Set(marks.flatMap(({ kind, item }) => (kind === 'untaken' ? [] : [item]))),
]
