import type { Period } from '../../compiled-plan.ts'
import { periodOf } from './calendar.ts'
import type { QuantityContext } from './context.ts'
import { findTimes, type TimeWord } from './times.ts'

const HAS_YEAR = /\d年|[〇零]二|今年|本年|年底|年内|年末|[一二三四五六七八九十]年内|季度|半年|月|十[四五]五/

const sets = (word: TimeWord): boolean =>
  word.cue === 'by' || (word.cue === 'none' && (word.kind !== 'relative' || word.length?.unit === 'year'))

export interface NamedPeriod {
  at: number
  period: Period
  /** 到…年: holds on for what follows. */
  carries: boolean
  /** 到2022年和2030年: the years named together, for 分别 to deal to. */
  together: Period[]
}

/** Periods named in a sentence, each in force from where it stands. */
export function periodsIn(text: string, context: QuantityContext): NamedPeriod[] {
  if (!HAS_YEAR.test(text)) return []
  const named: NamedPeriod[] = []
  let end = -9
  for (const word of findTimes(text)) {
    const before = named.at(-1)
    const joins = before !== undefined && /^[和、与]$/.test(text.slice(end, word.start)) && before.carries
    if (!sets(word) && !joins) continue
    const period = periodOf(joins ? { ...word, cue: 'by' } : word, context)
    if (period === null) continue
    const together = joins ? [...before.together, period] : [period]
    named.push({ at: word.start, period, carries: joins || word.cue === 'by', together })
    end = word.end
  }
  return named
}
