import { BINDING, CLOSES, OPENS } from './marks.ts'

/** A bracket left open may close this many characters on; further away it was a slip of the pen. */
const REACH = 400

/** Where brackets and book marks were left open so far; fed line by line, so that every character is looked at once. */
export type OpenBrackets = number[]

export function feedBrackets(open: OpenBrackets, text: string, { start, end }: { start: number; end: number }): void {
  for (let i = start; i < end; i++) {
    const mark = BINDING[text.charCodeAt(i)]
    if (mark === OPENS) open.push(i)
    else if (mark === CLOSES) open.pop()
  }
}

/** Whether a bracket stands open at `end`. */
export function isOpenAt(open: OpenBrackets, end: number): boolean {
  const last = open[open.length - 1]
  return last !== undefined && last >= end - REACH
}

/** How far on from `at` the next closing mark stands; -1 when none is in reach. */
export function closesAfter(text: string, at: number): number {
  const limit = Math.min(text.length, at + REACH)
  for (let i = at; i < limit; i++) if (BINDING[text.charCodeAt(i)] === CLOSES) return i - at
  return -1
}
