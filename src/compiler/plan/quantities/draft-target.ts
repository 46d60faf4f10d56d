import { toNormal } from '#kernel/quantity.ts'
import type { PlanTarget, UntakenReason } from '../../compiled-plan.ts'
import { accrualOf } from './accrual.ts'
import { classifyIndicator } from './classify-indicator.ts'
import type { Clause, QuantityContext } from './context.ts'
import { kindOf, opOf } from './kinds.ts'
import type { Reading } from './read-segment.ts'
import { forceOf, modalityOf, scopeOf } from './stance.ts'

/** A target before it is held against the others, or what is none and why; ids are empty until all are in order and numbered. */
export type Draft = PlanTarget & { reason?: UntakenReason }

export interface Place {
  clause: Clause
  context: QuantityContext
  sentenceStart: number
  dated: Pick<PlanTarget, 'period' | 'periodFrom'>
}

/** Puts a reading into the terms of the plan's contract. */
export function toDraft(reading: Reading, { clause, context, sentenceStart, dated }: Place): Draft {
  const { candidate, segment, indicator, perYear, baseline, refusal } = reading
  const { figure } = candidate
  const { passage } = clause
  const words = `${candidate.lead.text.slice(0, candidate.lead.text.length - candidate.lead.tail)}${indicator}`
  const kind = reading.benefit ? 'benefit' : kindOf({ candidate, words, perYear })
  const written = figure.unit?.written ?? ''
  const segmentText = passage.text.slice(segment.start, figure.start)
  const trimmed = passage.text.slice(segment.start, segment.end).trim()
  const start = segment.start + passage.text.slice(segment.start, segment.end).indexOf(trimmed)
  return {
    id: '',
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
    ...accrualOf({
      kind,
      words: `${segmentText}${indicator}`,
      period: dated.period,
      yearly: perYear !== 'none',
      reached: candidate.lead.reached || candidate.lead.sign !== null,
      value: figure.value,
    }),
    force: forceOf(clause.path, passage.text.slice(sentenceStart, figure.start), candidate.tail),
    ...dated,
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
    ...(refusal && { reason: refusal }),
  }
}
