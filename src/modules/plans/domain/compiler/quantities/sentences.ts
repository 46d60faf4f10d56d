import { characterTable } from '../text/character-table.ts'

/** Where sentences and their comma-separated segments lie, and what stands in quotation marks or brackets. */

export interface Segment {
  start: number
  end: number
  /** Inside brackets: (其中国家级3家). */
  aside: boolean
}

export interface Sentence {
  start: number
  end: number
  segments: Segment[]
  /** Quotations and titles: numbers there belong to names. */
  quoted: [number, number][]
}

const STOP = characterTable('。!?！？\n')
const OPEN = new Map([['(', ')'], ['（', '）'], ['[', ']'], ['〔', '〕'], ['【', '】']]) // biome-ignore format: pairs
const QUOTE = new Map([['“', '”'], ['《', '》'], ['「', '」'], ['‘', '’'], ['〈', '〉'], ['"', '"']]) // biome-ignore format: pairs
const BREAKS = new Set([',', '，', ';', '；', ':', '：'])
/** All of them: most characters are none. */
const MARKS = characterTable([...OPEN.keys(), ...QUOTE.keys(), ...BREAKS].join(''))
/** A quotation that never closes ends here, or it would swallow the paragraph. */
const LONGEST_QUOTE = 80
const LONGEST_ASIDE = 120

/** The bounds of every sentence in a text. */
export function splitSentences(text: string): [number, number][] {
  const bounds: [number, number][] = []
  let from = 0
  for (let i = 0; i < text.length; i++) {
    if (!STOP[text.charCodeAt(i)]) continue
    if (i > from) bounds.push([from, i])
    from = i + 1
  }
  if (from < text.length) bounds.push([from, text.length])
  return bounds
}

const closing = (text: string, at: number, mark: string, limit: number): number => {
  const end = text.indexOf(mark, at + 1)
  return end < 0 || end - at > limit ? -1 : end
}

const isThousands = (text: string, at: number): boolean =>
  text[at] === ',' && /\d/.test(text[at - 1] ?? '') && /^\d{3}(?!\d)/.test(text.slice(at + 1, at + 5))

const isProportion = (text: string, at: number): boolean =>
  text[at] === ':' && /\d/.test(text[at - 1] ?? '') && /\d/.test(text[at + 1] ?? '')

/** Cuts one sentence into segments, brackets apart. */
export function parseSentence(text: string, start: number, end: number): Sentence {
  const segments: Segment[] = []
  const quoted: [number, number][] = []
  let from = start
  for (let i = start; i < end; i++) {
    if (!MARKS[text.charCodeAt(i)]) continue
    const c = text[i] ?? ''
    const quote = QUOTE.get(c)
    const bracket = quote === undefined ? OPEN.get(c) : undefined
    if (quote !== undefined || bracket !== undefined) {
      const stop = closing(text, i, quote ?? bracket ?? '', quote ? LONGEST_QUOTE : LONGEST_ASIDE)
      if (stop < 0 || stop >= end) continue
      if (quote) quoted.push([i, stop + 1])
      else segments.push({ start: i + 1, end: stop, aside: true })
      i = stop
    } else if (BREAKS.has(c) && !isThousands(text, i) && !isProportion(text, i)) {
      if (i > from) segments.push({ start: from, end: i, aside: false })
      from = i + 1
    }
  }
  if (end > from) segments.push({ start: from, end, aside: false })
  return { start, end, segments: segments.sort((a, b) => a.start - b.start), quoted }
}
