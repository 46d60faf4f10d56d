import type { CompiledPlan, Due } from '../compiled-plan.ts'
import { type BuiltTask, buildTasks } from './build-tasks.ts'
import { checkAgencies } from './diagnostics/check-agencies.ts'
import { checkDocument } from './diagnostics/check-document.ts'
import { checkNumbering } from './diagnostics/check-numbering.ts'
import { checkText } from './diagnostics/check-text.ts'
import { readCitations } from './head/citations.ts'
import { findDivision, levelOf } from './head/division.ts'
import { findPeriod } from './head/period.ts'
import { readHead } from './head/read-head.ts'
import { listClauses } from './list-clauses.ts'
import type { QuantityContext } from './quantities/context.ts'
import { readCadences } from './quantities/read-cadences.ts'
import { readDue } from './quantities/read-due.ts'
import { readTargets } from './quantities/read-targets.ts'
import { type PlanText, readPlanText } from './read-plan-text.ts'
import { passageOf } from './text/reading-text.ts'
import { compilerVersion } from './version.ts'

export interface CompileInput {
  file: string
  text: string
  mediaType?: string
  encoding?: string
  sha256?: string
  /** `YYYY-MM-DD`; deadlines before it are reported. Null or absent: nothing is held against the calendar. */
  today?: string | null
}

/** The deadline in the task's bracket, else the one its sentences set. */
function dueOf({ reading }: PlanText, { task, found, body }: BuiltTask, context: QuantityContext): Due | null {
  const clause = found.clauses.find(({ due }) => due !== null)
  if (clause?.due) {
    const due =
      readDue(passageOf(reading, clause.start, clause.end), context) ??
      readDue(passageOf(reading, clause.due.start, clause.due.end), context)
    if (due) return due
  }
  return task.kind === 'task' ? readDue(passageOf(reading, found.node.title.start, body.end), context) : null
}

/**
 * Compiles the text of a plan a government has issued. Never throws: whatever could not be made sense of is said in
 * the diagnostics. Pure, and linear in the length of the text.
 */
export function compilePlan(input: CompileInput): CompiledPlan {
  const plan = readPlanText(input.text)
  const head = readHead(plan.reading, plan.paragraphs, plan.facts)
  const issuedOn = head.issuedOn ?? head.pageOn
  const division = findDivision(head.issuer, head.noticeTitle, head.title)
  const found = findPeriod(head.title || head.noticeTitle, plan.reading.text, head)
  const context: QuantityContext = {
    period: found.period,
    issuedOn,
    titleYear: found.titleYear,
    level: levelOf(division, plan.reading.text),
    today: input.today ?? null,
  }
  const { built, sections } = buildTasks(plan)
  const clauses = listClauses(plan, built)
  const { targets, diagnostics } = readTargets(clauses, context)
  return {
    schema: 'guatu.plan/1',
    compiler: compilerVersion,
    source: {
      file: input.file,
      sha256: input.sha256 ?? '',
      mediaType: input.mediaType ?? 'text/plain',
      encoding: input.encoding ?? 'utf-8',
      text: input.text,
    },
    document: {
      title: head.title,
      issuer: head.issuer,
      number: head.number,
      issuedOn,
      period: found.period,
      division,
      cites: readCitations(plan.reading),
    },
    sections,
    tasks: built.map((item) => ({ ...item.task, due: dueOf(plan, item, context) })),
    targets,
    cadences: readCadences(clauses, context),
    diagnostics: [
      ...checkDocument({ plan, head, found, built }),
      ...checkText(plan.reading),
      ...checkNumbering(plan),
      ...checkAgencies(built.map(({ task }) => task)),
      ...diagnostics,
    ].sort((a, b) => a.span[0] - b.span[0]),
  }
}
