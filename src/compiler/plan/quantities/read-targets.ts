import type { Diagnostic, Period, PlanTarget, UntakenFigure } from '../../compiled-plan.ts'
import { firstFrom } from '../text/first-from.ts'
import { checkTargets } from './check-targets.ts'
import { linkTargets } from './compare-targets.ts'
import type { Clause, QuantityContext } from './context.ts'
import { type Draft, draftOfReading } from './draft-target.ts'
import { scanFigures } from './figures.ts'
import { readImplied } from './implied.ts'
import { type NamedPeriod, periodsIn, periodWithin } from './period-state.ts'
import type { Reading } from './read-segment.ts'
import { readSentence } from './read-sentence.ts'
import { parseSentence, splitSentences } from './sentences.ts'
import { isPastSection, OPEN_SETTING, PAST_SETTING } from './setting.ts'
import { type Heading, headingIn, readRows } from './table-rows.ts'

const TIME_ALONE = /^[\d年月日底末前起—–~到至期间内“”十四五]+,?$/

export interface TargetsRead {
  targets: PlanTarget[]
  untaken: UntakenFigure[]
  diagnostics: Diagnostic[]
}

/** 2027年底前投用,每年承接10项: the deadline of another clause does not bound what is done each year. */
function reaches(
  named: NamedPeriod,
  { perYear, segment }: Reading,
  { words, start }: { words: string; start: number },
) {
  const inClause = named.at >= segment.start - start
  if (perYear === 'none' || named.carries || inClause) return true
  return words.slice(named.at, segment.start - start).replace(TIME_ALONE, '') === ''
}

/** 装机达到120万千瓦,其中光伏80万千瓦: a part of a stock is a stock. */
const isPartOfStock = ({ kind, normal, clause }: Draft, { candidate }: Reading, before: Draft | undefined): boolean =>
  kind === 'new_in_period' &&
  before?.kind === 'stock' &&
  before.normal?.unit === normal?.unit &&
  candidate.lead.verb === null &&
  candidate.lead.sign === null &&
  (clause.text.startsWith('其中') || before.clause.text === clause.text)

/**
 * Whether people are told that a figure was not taken: one of a task or a goal that counts something, no date, no mere word (一把手,
 * 八项规定) and no mark in a bracket of its own (3分).
 */
function isTold({ kind }: Clause, { candidate: { figure, verb }, segment }: Reading): boolean {
  if (kind === 'other' || figure.unit === null || figure.unit.written === '日') return false
  if (segment.aside && figure.boundEnd - figure.start >= segment.end - segment.start) return false
  return !figure.chinese || (figure.value > 1 && verb !== null)
}

function figureDrafts(clause: Clause, context: QuantityContext): Draft[] {
  const { text } = clause.passage
  const figures = scanFigures(text)
  if (figures.length === 0) return []
  const drafts: Draft[] = []
  let taken: Draft | undefined
  let carried: Period | null = null
  let setting = OPEN_SETTING
  const looksBack = clause.kind === 'other'
  let next = 0
  for (const [start, end] of splitSentences(text)) {
    while ((figures[next]?.start ?? Number.POSITIVE_INFINITY) < start) next += 1
    const first = next
    while ((figures[next]?.end ?? Number.POSITIVE_INFINITY) <= end) next += 1
    const here = figures.slice(first, next)
    const words = text.slice(start, end)
    const carries = clause.kind === 'goal' || context.period === null
    if (here.length === 0 && !setting.past && !carries) continue
    const periods = periodsIn(words, context)
    const sentence = parseSentence(text, { start, end }, here)
    const read = readSentence({ text, sentence, figures: here, setting, toItsEnd: looksBack }, context)
    for (const reading of read.readings) {
      if (reading.refusal && !isTold(clause, reading)) continue
      const at = reading.candidate.figure.start - start
      const named = periods.findLast((p) => p.at <= at && reaches(p, reading, { words, start }))
      const dealtYear = named && reading.nth?.[1] === named.together.length ? named.together[reading.nth[0]] : undefined
      const own = dealtYear ?? named?.period ?? carried
      const dated = own ? { period: own, periodFrom: 'words' as const } : periodWithin(clause, context)
      const draft = draftOfReading(reading, { clause, context, sentenceStart: start, dated })
      if (isPartOfStock(draft, reading, taken))
        Object.assign(draft, { kind: 'stock', accrual: 'standing', accrualOther: null })
      if (!reading.refusal) taken = draft
      drafts.push(draft)
    }
    // A year named in the goals holds for the sentences after it; elsewhere the plan's own period does.
    const last = periods.filter((p) => p.carries).at(-1)?.period
    if (last && carries) carried = last
    // A paragraph outside the tasks that looks back goes on looking back until it says what is to be done.
    setting = looksBack && read.setting.past ? PAST_SETTING : OPEN_SETTING
  }
  return drafts
}

/** Prose and rows of tables; a heading of a table holds for the lines after it, up to the next prose. */
function draftsOf(clause: Clause, context: QuantityContext, table: { heading: Heading | null }): Draft[] {
  const { text } = clause.passage
  table.heading = headingIn(text) ?? (text.includes('。') ? null : table.heading)
  const rows = readRows(clause, table.heading, context)
  const starts = Int32Array.from(rows, (row) => row.clause.span[0])
  const isProse = ({ valueSpan: [at] }: Draft) => at >= (rows[firstFrom(starts, at + 1) - 1]?.clause.span[1] ?? 0)
  return [...rows, ...[...readImplied(clause, context), ...figureDrafts(clause, context)].filter(isProse)]
}

/** The numeric targets a plan sets, and what is doubtful about them. */
export function readTargets(clauses: readonly Clause[], context: QuantityContext): TargetsRead {
  const table: { heading: Heading | null } = { heading: null }
  const drafts = clauses
    .filter((clause) => !isPastSection(clause.path))
    .flatMap((clause) => draftsOf(clause, context, table))
    .sort((a, b) => a.valueSpan[0] - b.valueSpan[0])
  const taken = drafts.filter(({ reason }) => !reason)
  for (const [i, draft] of taken.entries()) draft.id = `t${i + 1}`
  const untaken = drafts.flatMap((draft) => (draft.reason ? [{ ...draft, reason: draft.reason }] : []))
  for (const [i, figure] of untaken.entries()) figure.id = `u${i + 1}`
  const { targets, diagnostics } = linkTargets(taken)
  return { targets, untaken, diagnostics: [...diagnostics, ...checkTargets(targets, clauses, context)] }
}
