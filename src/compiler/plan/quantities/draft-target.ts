import { toNormal } from '#kernel/quantity.ts'
import type { PlanTarget, UntakenReason } from '../../compiled-plan.ts'
import { accrualOf } from './accrual.ts'
import type { Candidate } from './candidate.ts'
import { indicatorOf } from './classify-indicator.ts'
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

/**
 * All that tells one measure from another: the verb in force where no level is stated (申报, 支持), the name, and what the counted come to do
 * (3家企业[上云]).
 */
function measureWords({ figure, lead, verb, thing, tail }: Candidate, indicator: string): string {
  const stated = lead.measured || lead.reached || lead.level
  const act = stated || verb === null || indicator.includes(verb.word) ? '' : verb.word
  const behind = tail.slice(thing === '' ? 0 : tail.indexOf(thing) + thing.length)
  const goesOn = thing !== '' || behind.startsWith('的') ? (/^[^,;。、()]*/.exec(behind)?.[0] ?? '') : ''
  // 20名专家成为带头人 counts experts; a firm that becomes something is counted as what it becomes.
  const said = figure.unit?.normal === '家' ? goesOn : goesOn.replace(/^成为.*/, '')
  return `${lead.text.includes('累计') ? '累计' : ''}${act}${indicator}${said}`
}

/** Puts a reading into the terms of the plan's contract. */
export function toDraft(reading: Reading, { clause, context, sentenceStart, dated }: Place): Draft {
  const { candidate, segment, indicator, perYear, baseline, refusal } = reading
  const { figure } = candidate
  const { passage } = clause
  const words = `${candidate.lead.text.slice(0, candidate.lead.text.length - candidate.lead.tail)}${indicator}`
  const kind = reading.benefit ? 'benefit' : kindOf({ candidate, words, perYear })
  const written = figure.unit?.written ?? figure.proportion
  const segmentText = passage.text.slice(segment.start, figure.start)
  const trimmed = passage.text.slice(segment.start, segment.end).trim()
  const name = indicator === '' ? trimmed.slice(0, 30) : indicator
  const start = segment.start + passage.text.slice(segment.start, segment.end).indexOf(trimmed)
  return {
    id: '',
    taskId: clause.taskId,
    indicator: indicatorOf(name, measureWords(candidate, indicator), { kind, unit: written }),
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
      reached: candidate.lead.reached || candidate.lead.level || (candidate.lead.measured && candidate.verb === null),
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
    frame: reading.frame,
    ...(refusal && { reason: refusal }),
  }
}
