import type { Span } from '#kernel/span.ts'

/**
 * A run of the document as it reads: hard line breaks inside sentences, page markers and zero-width characters are
 * gone and every character has one width, but each character still knows where it stands in the source.
 */
export class Passage {
  /** The reading text: ASCII punctuation and digits half-width, no line breaks. */
  readonly text: string
  /** `at[from + i]` is the source offset of `text[i]`; the map is shared by all passages of a document. */
  private readonly at: ArrayLike<number>
  private readonly from: number

  /**
   * Passages come and go by the thousand. V8 forgets the shape of a class none of whose objects is left and throws away
   * all code compiled for it; this one stays.
   */
  static readonly empty = new Passage('', new Int32Array(0))

  constructor(text: string, at: ArrayLike<number>, from = 0) {
    this.text = text
    this.at = at
    this.from = from
  }

  /** The source span of `text.slice(start, end)`; an empty range gives an empty span. */
  span(start: number, end: number): Span {
    if (this.at.length === 0) return [0, 0]
    if (end <= start) {
      const here = this.at[Math.min(this.from + start, this.at.length - 1)] ?? 0
      return [here, here]
    }
    return [this.at[this.from + start] ?? 0, (this.at[this.from + end - 1] ?? 0) + 1]
  }
}
