import type { Citation } from '../../compiled-plan.ts'
import { type ReadingText, spanOf } from '../text/reading-text.ts'

/** A number right after the title: 《……》（国办发〔2017〕43号）. */
const NUMBER_AFTER = /^\((?:以下简称[^()]*[,;、])?([一-龥]{2,20}[〔[(【]\s?\d{4}\s?[〕\])】]\s?\d{1,5}号)/
const LONGEST = 200

/** Matching 》 for the 《 at `open`; titles inside titles stand in 〈〉 or, by mistake, in 《》 again. */
function closing(text: string, open: number): number {
  let depth = 0
  const limit = Math.min(text.length, open + LONGEST)
  for (let i = open; i < limit; i++) {
    const c = text[i]
    if (c === '《') depth++
    else if (c === '》' && --depth === 0) return i
  }
  return -1
}

/** Every document the text names by title, with its number where one follows; a title is listed once. */
export function readCitations(reading: ReadingText): Citation[] {
  const { text, written } = reading
  const cited = new Map<string, Citation>()
  for (let open = text.indexOf('《'); open >= 0; ) {
    const close = closing(text, open)
    if (close < 0) {
      open = text.indexOf('《', open + 1)
      continue
    }
    const title = written.slice(open + 1, close)
    const after = NUMBER_AFTER.exec(text.slice(close + 1, close + 60))
    const number = after?.[1] ?? null
    const end = close + 1 + (after?.[0].length ?? 0)
    const known = cited.get(title)
    if (!known || (known.number === null && number !== null)) {
      cited.set(title, { title, number, span: spanOf(reading, open, end) })
    }
    open = text.indexOf('《', close + 1)
  }
  return [...cited.values()]
}
