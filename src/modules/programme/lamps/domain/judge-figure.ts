import { figureCase } from './figure-case.ts'
import { byBadness, worstOf } from './lamp.ts'
import { figureRules } from './rules/figure.rules.ts'
import { listPastYears, yearRules } from './rules/year.rules.ts'
import { speakersOf } from './series.ts'
import type { Stretch, TargetCase } from './target-case.ts'
import type { Verdict } from './verdict.ts'

/**
 * A figure held against what its course wants on the day it speaks of. All reasons rest on the same words; what makes the lamp
 * what it is stands first, and of several where it stands before what the calendar says. The first edition did not ask for that.
 */
export function judgeFigure(of: TargetCase, stretch: Stretch, expected: number | null): Verdict {
  const figure = figureCase(of, stretch, expected)
  const found = [
    ...figureRules.find(figure, of.day),
    ...listPastYears(figure).flatMap((year) => yearRules.find(year, of.day)),
  ].map(({ said }) => said)
  const said = of.asBefore ? found : [...found].sort((a, b) => byBadness(a.lamp, b.lamp))
  const saidBy = speakersOf(of.observations)
  return {
    lamp: worstOf(said.map(({ lamp }) => lamp)),
    reasons: said.map(({ code, text, refs }) => ({ code, text, refs, saidBy })),
  }
}
