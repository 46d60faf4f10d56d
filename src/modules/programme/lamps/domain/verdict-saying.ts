import type { LampSaid } from './rules/lamp-rule.ts'
import { speakersOf } from './series.ts'
import type { TargetCase } from './target-case.ts'
import type { TargetVerdict } from './verdict.ts'

/** A verdict on a target without figures. */
export const verdictSaying = ({ target, observations }: TargetCase, said: LampSaid | undefined): TargetVerdict => ({
  targetId: target.id,
  saidBy: speakersOf(observations),
  reached: null,
  asOfOn: null,
  expectedNow: null,
  wanted: target.value,
  wantedOn: target.endOn,
  forecast: null,
  lamp: said?.lamp ?? 'grey',
  reasons: said ? [{ code: said.code, text: said.text, refs: said.refs, saidBy: [...(said.saidBy ?? [])] }] : [],
})
