import type { Rule } from '#kernel/rule.ts'
import type { Thresholds } from '../thresholds.ts'
import { doneRules } from './done.rules.ts'
import { doubtRules, seriesRules } from './doubts.rules.ts'
import { figureRules } from './figure.rules.ts'
import { freshnessRules } from './freshness.rules.ts'
import { bareRules, finishRules, openRules } from './schedule.rules.ts'
import { silenceRules } from './silence.rules.ts'
import { difficultyRules, unsignedRules } from './word.rules.ts'
import { yearRules } from './year.rules.ts'

/** A rule as a page shows it: the lamp, when it shows, and where that comes from. */
interface Sentence {
  lamp: string
  when: string
  source: string
}

/** One edition of the lamp rules: from which day, with which figures where a programme set none. */
export interface Edition {
  name: string
  validFrom: string
  defaults: Thresholds
  /** How kinds of target are counted, which no single rule says. */
  counting: readonly Sentence[]
}

type Shown = Pick<Rule<never, never>, 'clause' | 'when' | 'source' | 'validFrom' | 'validTo'>

const books: readonly { rules: readonly Shown[]; on(day: string): readonly Shown[] }[] = [
  finishRules,
  openRules,
  unsignedRules,
  difficultyRules,
  bareRules,
  figureRules,
  yearRules,
  doneRules,
  silenceRules,
  freshnessRules,
  doubtRules,
  seriesRules,
]

/** Every rule of the lamps in every edition. */
export const allRules: readonly Shown[] = books.flatMap(({ rules }) => rules)

/** The rules of a day in sentences, then how figures are counted; what several books share is said once. */
export function sentencesOn(day: string, { counting }: Edition): Sentence[] {
  const rules = new Map(books.flatMap((book) => book.on(day)).map((rule) => [rule.clause, rule]))
  const sentences = [...rules.values()].map(({ when, source }) => {
    const [lamp = '', ...words] = when.split('：')
    return { lamp, when: words.join('：'), source }
  })
  return [...sentences, ...counting]
}
