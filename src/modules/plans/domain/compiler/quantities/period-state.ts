import type { Period } from '../../compiled-plan.ts'
import { periodOf } from './calendar.ts'
import type { QuantityContext } from './context.ts'
import { findTimes, type TimeWord } from './times.ts'

const HAS_YEAR = /\d年|[〇零]二|今年|本年|年底|年内|年末|[一二三四五六七八九十]年内|季度|半年|月|十[四五]五/

const sets = (word: TimeWord): boolean =>
  word.cue === 'by' || (word.cue === 'none' && (word.kind !== 'relative' || word.length?.unit === 'year'))

/** Periods named in a sentence, each in force from where it stands. */
export function periodsIn(text: string, context: QuantityContext): { at: number; period: Period; carries: boolean }[] {
  if (!HAS_YEAR.test(text)) return []
  return findTimes(text)
    .filter(sets)
    .flatMap((word) => {
      const period = periodOf(word, context)
      return period === null ? [] : [{ at: word.start, period, carries: word.cue === 'by' }]
    })
}
