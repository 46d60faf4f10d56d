import { BINDING, CLOSES, OPENS } from './marks.ts'

/** A bracket left open may close this many characters on; further away it was a slip of the pen. */
const REACH = 400

/** Brackets and book marks left open so far, fed line by line, so that every character is looked at once. */
export class OpenBrackets {
  private readonly places: number[] = []

  feed(text: string, from: number, to: number): void {
    for (let i = from; i < to; i++) {
      const mark = BINDING[text.charCodeAt(i)]
      if (mark === OPENS) this.places.push(i)
      else if (mark === CLOSES) this.places.pop()
    }
  }

  /** Whether one stands open at `end`. */
  isOpenAt(end: number): boolean {
    const last = this.places[this.places.length - 1]
    return last !== undefined && last >= end - REACH
  }

  /** How far on from `at` the next closing mark stands; -1 when none is in reach. */
  static closesAfter(text: string, at: number): number {
    const limit = Math.min(text.length, at + REACH)
    for (let i = at; i < limit; i++) if (BINDING[text.charCodeAt(i)] === CLOSES) return i - at
    return -1
  }
}
