import type { Diagnostic, Due, PlanCadence, PlanTarget, PlanTask } from '../compiled-plan.ts'
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
  cadences: PlanCadence[]
  diagnostics: Diagnostic[]
}

/** Sentences are read in half-width form; what is quoted from them is quoted as written. */
function quoteTarget(reading: ReadingText, { clause, baseline }: PlanTarget): void {
  clause.text = writtenAt(reading, clause.span)
  if (baseline) baseline.text = writtenAt(reading, baseline.span)
}

/** The deadline in the task's bracket, else the one its sentences set. */
function findDue(reading: ReadingText, { task, found, body }: BuiltTask, context: QuantityContext): Due | null {
  const clause = found.clauses.find(({ due }) => due !== null)
  const stated =
    clause?.due &&
    (readDue(passageOf(reading, clause.start, clause.end), context) ??
      readDue(passageOf(reading, clause.due.start, clause.due.end), context))
  if (stated || task.kind === 'measure') return stated ?? null
  return readDue(passageOf(reading, found.node.title.start, body.end), context)
}

/** Reads deadlines, targets and cadences out of the plan's prose. */
export function readQuantities(plan: PlanText, built: readonly BuiltTask[], context: QuantityContext): Quantities {
  const { reading } = plan
  const clauses = listClauses(plan, built)
  const { targets, diagnostics } = readTargets(clauses, context)
  for (const target of targets) quoteTarget(reading, target)
  const tasks = built.map((item) => {
    const due = findDue(reading, item, context)
    return { ...item.task, due: due && { ...due, text: writtenAt(reading, due.span) } }
  })
  return {
    tasks,
    targets,
    cadences: readCadences(clauses, context),
    diagnostics,
  }
}
