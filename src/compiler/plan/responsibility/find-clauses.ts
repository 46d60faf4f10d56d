import { BRACKETS, CLOSES, OPENS } from '../text/marks.ts'
import type { Range } from '../text/reading-text.ts'
import { parseBareNames } from './bare-names.ts'
import { findLineClause, opensWithLabel } from './line-clauses.ts'
import type { FoundClause } from './parse-clause.ts'
import { parseClause } from './parse-clause.ts'
import { ROLE_HINT } from './role-words.data.ts'

/** The longest list of agencies seen takes some 700 characters. */
const REACH = 1500
const SENTENCE_END = /[。;!]/
const LEVEL_FIRST = /^团?[省市县区州]/

/** Every opening bracket with the place of its closing one (-1: never closed), whatever the kinds; in reading order. */
function matchBrackets(text: string, start: number, end: number): [open: number, close: number][] {
  const pairs: [number, number][] = []
  const open: [number, number][] = []
  for (let i = start; i < end; i++) {
    const mark = BRACKETS[text.charCodeAt(i)]
    if (mark === OPENS) {
      const pair: [number, number] = [i, -1]
      pairs.push(pair)
      open.push(pair)
    } else if (mark === CLOSES) {
      const pair = open.pop()
      if (pair) pair[1] = i
    }
  }
  return pairs
}

/** Clauses in brackets of any kind between `start` and `end`; what is nested inside a clause belongs to it. */
function inBrackets(text: string, start: number, end: number): FoundClause[] {
  const found: FoundClause[] = []
  let after = start
  for (const [at, close] of matchBrackets(text, start, end)) {
    const stop = close < 0 ? end : close
    if (at < after || stop - at < 4 || stop - at > REACH) continue
    const inner = text.slice(at + 1, stop)
    if (close < 0 && !opensWithLabel(inner.slice(0, 16))) continue
    const spoken = ROLE_HINT.test(inner) ? parseClause(inner, at + 1) : undefined
    const closes = close >= 0 && end - close <= 2
    const stops = (i: number) => SENTENCE_END.test(text[i] ?? '')
    const afterStop = stops(at - 1) || (stops(close + 1) && LEVEL_FIRST.test(inner))
    const clause = spoken ?? (closes ? parseBareNames(inner, at + 1, afterStop) : undefined)
    if (!clause) continue
    found.push({ ...clause, outerStart: at, outerEnd: close < 0 ? end : close + 1, bracketed: true })
    after = stop
  }
  return found
}

/** All clauses of responsibility in a paragraph of the reading text, in order. */
export function findClauses(text: string, start: number, end: number): FoundClause[] {
  const found = inBrackets(text, start, end)
  if (found.length > 0) return found
  const line = findLineClause(text, start, end)
  return line ? [line] : []
}

/** What a range says outside its clauses. */
export function outsideClauses({ start, end }: Range, clauses: readonly FoundClause[]): Range[] {
  const pieces: Range[] = []
  let at = start
  for (const { outerStart, outerEnd } of clauses) {
    if (outerStart - at > 1) pieces.push({ start: at, end: Math.min(outerStart, end) })
    at = Math.max(at, outerEnd)
  }
  return end - at > 1 ? [...pieces, { start: at, end }] : pieces
}
