import { toNormal } from '#kernel/quantity.ts'
import type { PlanTarget, UntakenReason } from '../../compiled-plan.ts'
import { accrualOf } from './accrual.ts'
import type { Candidate } from './candidates.ts'
import { indicatorOf } from './classify-indicator.ts'
import type { Clause, QuantityContext } from './context.ts'
import { kindOf, opOf } from './kinds.ts'
import type { Reading } from './read-segment.ts'
import { forceOf, modalityOf, scopeOf } from './stance.ts'

/** A target before it is held against the others, or what is none and why; ids are empty until all are in order and numbered. */
export type Draft = PlanTarget & { reason?: UntakenReason }

export type Dated = Pick<PlanTarget, 'period' | 'periodFrom'>

type Bounds = readonly [start: number, end: number]

/** What a clause, a row of a table or a phrase without a figure aims at; places are those of the clause's passage. */
export interface Aim
  extends Pick<PlanTarget, 'kind' | 'op' | 'value' | 'valueMax' | 'unit' | 'indicator' | 'force' | 'modality'> {
  dated: Dated
  /** What accrual and scope are read from. */
  words: string
  /** 每年 or 年均 holds for it. */
  yearly: boolean
  /** The words lead up to the figure. */
  reached: boolean
  baseline: { value: number; at: Bounds } | null
  /** Where its clause stands, and where its figure. */
  said: Bounds
  at: Bounds
}

/** Puts an aim into the terms of the plan's contract. */
export function draftOf({ taskId, passage }: Clause, { level }: QuantityContext, aim: Aim): Draft {
  const { dated, words, yearly, reached, baseline, said, at, ...given } = aim
  const { kind, value, valueMax, unit } = given
  const quote = ([start, end]: Bounds) => ({ text: passage.text.slice(start, end), span: passage.span(start, end) })
  return {
    id: '',
    taskId,
    ...given,
    normal: value === null ? null : toNormal(value, valueMax, unit),
    ...accrualOf({ kind, words, period: dated.period, yearly, reached, value }),
    ...dated,
    scopeLevel: scopeOf(words, level),
    baseline: baseline && { value: baseline.value, ...quote(baseline.at) },
    duplicateOf: null,
    clause: quote(said),
    valueSpan: passage.span(...at),
  }
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

/** The draft of what was read in a sentence that begins at `sentenceStart`. */
export function draftOfReading(
  reading: Reading,
  {
    clause,
    context,
    sentenceStart,
    dated,
  }: { clause: Clause; context: QuantityContext; sentenceStart: number; dated: Dated },
): Draft {
  const { candidate, segment, indicator, perYear, baseline, refusal } = reading
  const { figure, lead } = candidate
  const { text } = clause.passage
  const kind = reading.benefit
    ? 'benefit'
    : kindOf({ candidate, words: `${lead.text.slice(0, lead.text.length - lead.tail)}${indicator}`, perYear })
  const unit = figure.unit?.written ?? figure.proportion
  const before = text.slice(segment.start, figure.start)
  const sentence = text.slice(sentenceStart, figure.start)
  const whole = text.slice(segment.start, segment.end)
  const trimmed = whole.trim()
  const start = segment.start + whole.indexOf(trimmed)
  const name = indicator === '' ? trimmed.slice(0, 30) : indicator
  const draft = draftOf(clause, context, {
    kind,
    op: opOf(candidate),
    value: figure.value,
    valueMax: figure.valueMax,
    unit,
    indicator: indicatorOf(name, measureWords(candidate, indicator), { kind, unit }),
    force: forceOf(clause.path, sentence, candidate.tail),
    modality: modalityOf(sentence, before),
    dated,
    words: `${before}${indicator}`,
    yearly: perYear !== 'none',
    reached: lead.reached || lead.level || (lead.measured && candidate.verb === null),
    baseline: baseline && { value: baseline.value, at: [baseline.start, baseline.end] },
    said: [start, start + trimmed.length],
    at: [figure.start, figure.boundEnd],
  })
  return { ...draft, frame: reading.frame, ...(refusal && { reason: refusal }) }
}
