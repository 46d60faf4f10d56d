import type { Edition } from './edition.ts'
import { countingByAccrual, countingByKind, usualFigures } from './figures.data.ts'

/** Raised whenever today's verdicts must be worked out anew although no rule changed: what is kept of them has another shape. */
export const engine = 6

/** Oldest first. Where a rule or a figure changes, another edition begins on that day and the rule gets another row. */
export const editions: readonly [Edition, ...Edition[]] = [
  { name: '2026-1', validFrom: '2026-01-01', ...usualFigures, counting: countingByKind },
  { name: '2026-2', validFrom: '2026-11-30', ...usualFigures, counting: countingByAccrual },
]

/** The edition in force on a day; days before the first are judged by the first. */
export const editionOn = (day: string): Edition => editions.findLast(({ validFrom }) => validFrom <= day) ?? editions[0]
