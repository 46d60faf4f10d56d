import type { Diagnostic, Due, PlanCadence, PlanTarget, PlanTask, UntakenFigure } from '../compiled-plan.ts'
import type { BuiltTask } from './build-tasks.ts'
import { listClauses } from './list-clauses.ts'
import type { QuantityContext } from './quantities/context.ts'
import { readCadences } from './quantities/read-cadences.ts'
import { readDue } from './quantities/read-due.ts'
import { readTargets } from './quantities/read-targets.ts'
import type { PlanText } from './read-plan-text.ts'
import { passageOf, type ReadingText, writtenAt } from './text/reading-text.ts'

export interface Quantities {
  /** The tasks with their deadlines. */
  tasks: PlanTask[]
  targets: PlanTarget[]
  untaken: UntakenFigure[]
  cadences: PlanCadence[]
  diagnostics: Diagnostic[]
}

/** Sentences are read in half-width form; what is quoted from them is quoted as written. */
export function quoteTarget(reading: ReadingText, { clause, baseline }: Pick<PlanTarget, 'clause' | 'baseline'>): void {
  clause.text = writtenAt(reading, clause.span)
  if (baseline) baseline.text = writtenAt(reading, baseline.span)
}

/** The deadline in the task's bracket or its column of the table. */
function statedDue(reading: ReadingText, { found }: BuiltTask, context: QuantityContext): Due | null {
  const clause = found.clauses.find(({ due }) => due !== null)
  if (!clause?.due) return null
  return (
    readDue(passageOf(reading, clause.start, clause.end), context) ??
    readDue(passageOf(reading, clause.due.start, clause.due.end), context)
  )
}

/** The one its sentences set, where nothing is stated. */
const spokenDue = (reading: ReadingText, { task, found, body }: BuiltTask, context: QuantityContext): Due | null =>
  task.kind === 'measure' ? null : readDue(passageOf(reading, found.node.title.start, body.end), context)

/** Reads deadlines, targets and cadences out of the plan's prose. */
export function readQuantities(plan: PlanText, built: readonly BuiltTask[], context: QuantityContext): Quantities {
  const { reading } = plan
  const stated = new Map(built.map((item) => [item.task.id, statedDue(reading, item, context)]))
  const clauses = listClauses(plan, built).map((clause) => ({
    ...clause,
    dueOn: stated.get(clause.taskId ?? '')?.on ?? null,
  }))
  const { targets, untaken, diagnostics } = readTargets(clauses, context)
  for (const target of [...targets, ...untaken]) quoteTarget(reading, target)
  const tasks = built.map((item) => {
    const due = stated.get(item.task.id) ?? spokenDue(reading, item, context)
    return { ...item.task, due: due && { ...due, text: writtenAt(reading, due.span) } }
  })
  return { tasks, targets, untaken, cadences: readCadences(clauses, context), diagnostics }
}
