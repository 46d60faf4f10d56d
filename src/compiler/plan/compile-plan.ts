import type { CompiledPlan } from '../compiled-plan.ts'
import { buildTasks } from './build-tasks.ts'
import { checkPlan } from './diagnostics/check-plan.ts'
import { readCitations } from './head/citations.ts'
import { findDivision, levelOf } from './head/division.ts'
import { findPeriod } from './head/period.ts'
import { readHead } from './head/read-head.ts'
import { readPlanText } from './read-plan-text.ts'
import { readQuantities } from './read-quantities.ts'
import { compilerVersion } from './version.ts'

export interface CompileInput {
  file: string
  text: string
  mediaType?: string
  encoding?: string
  sha256?: string
  recognisedPages?: number[] | undefined
  /** `YYYY-MM-DD`; deadlines before it are reported. Null or absent: nothing is held against the calendar. */
  today?: string | null
}

function sourceOf(
  { file, sha256 = '', mediaType = 'text/plain', encoding = 'utf-8', recognisedPages }: Omit<CompileInput, 'text'>,
  text: string,
): CompiledPlan['source'] {
  return { file, sha256, mediaType, encoding, text, ...(recognisedPages && { recognisedPages }) }
}

/**
 * Compiles the text of a plan a government has issued. Never throws: whatever could not be made sense of is said in
 * the diagnostics. Pure, and linear in the length of the text.
 */
export function compilePlan({ text, today, ...given }: CompileInput): CompiledPlan {
  const plan = readPlanText(text)
  const head = readHead(plan.reading, plan.paragraphs, plan.facts)
  const { title, issuer, number } = head
  const issuedOn = head.issuedOn ?? head.pageOn
  const division = findDivision(issuer, head.noticeTitle, title)
  const found = findPeriod(title || head.noticeTitle, plan.reading.text, {
    ...head,
    otherTitles: [head.subtitle, head.noticeTitle],
  })
  const level = levelOf(division, plan.reading.text)
  const { built, sections } = buildTasks(plan)
  const { period, titleYear } = found
  const quantities = readQuantities(plan, built, { period, issuedOn, titleYear, level, today: today ?? null })
  const diagnostics = [...checkPlan({ plan, head, found, built }), ...quantities.diagnostics]
  return {
    schema: 'guatu.plan/1',
    compiler: compilerVersion,
    source: sourceOf(given, text),
    document: { title, issuer, number, issuedOn, period, division, cites: readCitations(plan.reading) },
    sections,
    tasks: quantities.tasks,
    targets: quantities.targets,
    untaken: quantities.untaken,
    cadences: quantities.cadences,
    diagnostics: diagnostics.sort((a, b) => a.span[0] - b.span[0]),
  }
}
