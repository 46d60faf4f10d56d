import { addWords, type Word } from '../../words/segment.ts'
import { characterTable } from '../text/character-table.ts'

/** Where sentences and their comma-separated segments lie, and what stands in quotation marks or brackets. */

type Bounds = [start: number, end: number]

export interface Stretch {
  start: number
  end: number
}

export interface Segment extends Stretch {
  /** Inside brackets: (其中国家级3家). */
  aside: boolean
}

export interface Sentence extends Stretch {
  segments: Segment[]
  /** Quotations and titles: numbers there belong to names. */
  quoted: Stretch[]
  /** The words between the figures. */
  words: Word[]
}

const STOP = characterTable('。!?！？\n')
const OPEN = new Map([['(', ')'], ['（', '）'], ['[', ']'], ['〔', '〕'], ['【', '】']]) // biome-ignore format: pairs
const QUOTE = new Map([['“', '”'], ['《', '》'], ['「', '」'], ['‘', '’'], ['〈', '〉'], ['"', '"']]) // biome-ignore format: pairs
const COMMAS = characterTable(',，;；')
const ITEMS = characterTable('、')
const BREAKS = new Set([',', '，', ';', '；', ':', '：'])
/** All of them: most characters are none. */
const MARKS = characterTable([...OPEN.keys(), ...QUOTE.keys(), ...BREAKS].join(''))
const COMMA = /[,;，；]/
/** A quotation that never closes ends here, or it would swallow the paragraph. */
const LONGEST_QUOTE = 80
const LONGEST_ASIDE = 120
/**
 * The longest sentence seen has some 500 characters and the longest words between two commas some 250; where a text lost
 * its stops, 1,600 and 1,500. What is longer is read in stretches: every figure is held against the words around it.
 */
const LONGEST_SENTENCE = 2000
const LONGEST_SEGMENT = 400

/** Stretches of at most `longest` characters, parted behind the last of the marks in their second half where one stands there. */
function stretches(text: string, [start, end]: Bounds, { longest, marks }: { longest: number; marks: Uint8Array }) {
  const parts: Bounds[] = []
  let from = start
  while (end - from > longest) {
    let to = from + longest
    while (to > from + longest / 2 && !marks[text.charCodeAt(to - 1)]) to -= 1
    if (!marks[text.charCodeAt(to - 1)]) to = from + longest
    parts.push([from, to])
    from = to
  }
  if (end > from) parts.push([from, end])
  return parts
}

/** The bounds of every sentence in a text. */
export function splitSentences(text: string): Bounds[] {
  const bounds: Bounds[] = []
  let from = 0
  for (let i = 0; i <= text.length; i++) {
    if (i < text.length && !STOP[text.charCodeAt(i)]) continue
    bounds.push(...stretches(text, [from, i], { longest: LONGEST_SENTENCE, marks: COMMAS }))
    from = i + 1
  }
  return bounds
}

const closing = (text: string, at: number, mark: string, limit: number): number => {
  const length = text.slice(at + 1, at + 1 + limit).indexOf(mark)
  return length < 0 ? -1 : at + 1 + length
}

const isThousands = (text: string, at: number): boolean =>
  text[at] === ',' && /\d/.test(text[at - 1] ?? '') && /^\d{3}(?!\d)/.test(text.slice(at + 1, at + 5))

const isProportion = (text: string, at: number): boolean =>
  text[at] === ':' && /\d/.test(text[at - 1] ?? '') && /\d/.test(text[at + 1] ?? '')

/** A figure is no word, and no word goes across one. Nothing is asked of the words behind the last segment with a figure. */
function wordsAround(
  text: string,
  { start, segments }: Pick<Sentence, 'start' | 'segments'>,
  figures: readonly Stretch[],
): Word[] {
  const words: Word[] = []
  const last = figures.at(-1)
  if (!last) return words
  let from = start
  for (const figure of figures) {
    addWords(words, text, { start: from, end: figure.start })
    from = figure.end
  }
  const stop = segments.reduce(
    (after, each) => (each.start <= last.start ? Math.max(after, each.end) : after),
    last.end,
  )
  return addWords(words, text, { start: from, end: stop })
}

/** Cuts one sentence into segments, brackets apart, and into words around its figures. */
export function parseSentence(text: string, { start, end }: Stretch, figures: readonly Stretch[]): Sentence {
  const segments: Segment[] = []
  const quoted: Stretch[] = []
  const close = (to: number) => {
    for (const [first, after] of stretches(text, [from, to], { longest: LONGEST_SEGMENT, marks: ITEMS }))
      segments.push({ start: first, end: after, aside: false })
  }
  let from = start
  for (let i = start; i < end; i++) {
    if (!MARKS[text.charCodeAt(i)]) continue
    const c = text[i] ?? ''
    const quote = QUOTE.get(c)
    const bracket = quote === undefined ? OPEN.get(c) : undefined
    if (quote !== undefined || bracket !== undefined) {
      const stop = closing(text, i, quote ?? bracket ?? '', quote ? LONGEST_QUOTE : LONGEST_ASIDE)
      if (stop < 0 || stop >= end) continue
      // “达到20家,增长10%”: clauses put in quotation marks are the plan's own.
      if (
        quote &&
        c !== '《' &&
        COMMA.test(text.slice(i, stop)) &&
        figures.some(({ start: at }) => at > i && at < stop)
      )
        continue
      if (quote) quoted.push({ start: i, end: stop + 1 })
      else segments.push({ start: i + 1, end: stop, aside: true })
      i = stop
    } else if (BREAKS.has(c) && !isThousands(text, i) && !isProportion(text, i)) {
      close(i)
      from = i + 1
    }
  }
  close(end)
  segments.sort((a, b) => a.start - b.start)
  return { start, end, segments, quoted, words: wordsAround(text, { start, segments }, figures) }
}
