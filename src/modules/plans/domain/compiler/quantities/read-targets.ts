import { toNormal } from '#kernel/quantity.ts'
import type { Diagnostic, Period, PlanTarget } from '../../compiled-plan.ts'
import { checkTargets } from './check-targets.ts'
import { classifyIndicator } from './classify-indicator.ts'
import { linkTargets } from './compare-targets.ts'
import type { Clause, QuantityContext } from './context.ts'
import { scanFigures } from './figures.ts'
import { isPastSection } from './frames.ts'
import { readImplied } from './implied.ts'
import { kindOf, opOf } from './kinds.ts'
import { periodsIn } from './period-state.ts'
import { type Reading, readSentence } from './read-sentence.ts'
import { parseSentence, splitSentences } from './sentences.ts'
import { modalityOf, scopeOf } from './stance.ts'

export interface TargetsRead {
  targets: PlanTarget[]
  diagnostics: Diagnostic[]
}

type Draft = Omit<PlanTarget, 'id'>

interface Place {
  clause: Clause
  context: QuantityContext
  sentenceStart: number
  period: Period | null
}

function toDraft(reading: Reading, { clause, context, sentenceStart, period }: Place): Draft {
  const { candidate, segment, indicator, perYear, baseline } = reading
  const { figure } = candidate
  const { passage } = clause
  const words = `${candidate.lead.text.slice(0, candidate.lead.text.length - candidate.lead.tail)}${indicator}`
  const kind = reading.benefit ? 'benefit' : kindOf({ candidate, words, period, perYear })
  const written = figure.unit?.written ?? ''
  const segmentText = passage.text.slice(segment.start, figure.start)
  const trimmed = passage.text.slice(segment.start, segment.end).trim()
  const start = segment.start + passage.text.slice(segment.start, segment.end).indexOf(trimmed)
  return {
    taskId: clause.taskId,
    indicator: {
      text: indicator === '' ? trimmed.slice(0, 30) : indicator,
      code: kind === 'benefit' ? null : classifyIndicator(indicator, kind),
    },
    op: opOf(candidate),
    value: figure.value,
    valueMax: figure.valueMax,
    unit: written,
    normal: toNormal(figure.value, figure.valueMax, written),
    kind,
    period,
    modality: modalityOf(passage.text.slice(sentenceStart, figure.start), segmentText),
    scopeLevel: scopeOf(`${segmentText}${indicator}`, context.level),
    baseline: baseline && {
      value: baseline.value,
      text: passage.text.slice(baseline.start, baseline.end),
      span: passage.span(baseline.start, baseline.end),
    },
    duplicateOf: null,
    clause: { text: trimmed, span: passage.span(start, start + trimmed.length) },
    valueSpan: passage.span(figure.start, figure.boundEnd),
  }
}

function readClause(clause: Clause, context: QuantityContext): Draft[] {
  const { text } = clause.passage
  if (isPastSection(clause.path)) return []
  const figures = scanFigures(text)
  const drafts: Draft[] = readImplied(clause.passage, context).map((implied) => ({
    ...implied,
    taskId: clause.taskId,
    period: implied.period ?? context.period,
    scopeLevel: scopeOf(implied.clause.text, context.level),
    duplicateOf: null,
  }))
  if (figures.length === 0) return drafts
  let carried: Period | null = null
  for (const [start, end] of splitSentences(text)) {
    const periods = periodsIn(text.slice(start, end), context)
    const here = figures.filter((figure) => figure.start >= start && figure.end <= end)
    const readings = here.length === 0 ? [] : readSentence(text, parseSentence(text, start, end), here, context)
    for (const reading of readings) {
      const named = periods.filter((p) => p.at <= reading.candidate.figure.start - start).at(-1)?.period
      drafts.push(
        toDraft(reading, { clause, context, sentenceStart: start, period: named ?? carried ?? context.period }),
      )
    }
    if (clause.kind === 'goal' || context.period === null)
      carried = periods.filter((p) => p.carries).at(-1)?.period ?? carried
  }
  return drafts
}

/** The numeric targets a plan sets, and what is doubtful about them. */
export function readTargets(clauses: readonly Clause[], context: QuantityContext): TargetsRead {
  const drafts = clauses
    .flatMap((clause) => readClause(clause, context))
    .sort((a, b) => a.valueSpan[0] - b.valueSpan[0])
  const { targets, diagnostics } = linkTargets(drafts.map((draft, i) => ({ id: `t${i + 1}`, ...draft })))
  return { targets, diagnostics: [...diagnostics, ...checkTargets(targets, clauses, context)] }
}
