import { PACKED } from './lexicon.data.ts'

/**
 * What a word can be: v verb, w verb or noun, n noun, a modifier, d adverb, p preposition, c conjunction, q classifier, t time,
 * f place, r pronoun, m numeral, u particle, x a name or anything unknown, s a mark.
 */
export type WordClass = 'v' | 'w' | 'n' | 'a' | 'd' | 'p' | 'c' | 'q' | 't' | 'f' | 'r' | 'm' | 'u' | 'x' | 's'

export interface Word {
  start: number
  end: number
  text: string
  is: WordClass
}

const ENTRY = /(\d?)([\u4e00-\u9fa5]+)([a-z])([A-Z])/g
/** What a word of the smallest weight costs; a character unknown to the lexicon costs more. */
const RAREST = 39
const UNKNOWN = 40
const LONGEST = 5

interface Lexicon {
  /** Weight × 32 + class. */
  words: Map<string, number>
  /** How long the longest word is that begins with a character. */
  longest: Uint8Array
}

const CLASSES = 'vwnadpcqtfrmuxs'
let lexicon: Lexicon | undefined

function unpack(): Lexicon {
  const words = new Map<string, number>()
  const longest = new Uint8Array(65536)
  let before = ''
  for (const [, shared = '', rest = '', is = 'x', weight = 'A'] of PACKED.matchAll(ENTRY)) {
    before = before.slice(0, Number(shared)) + rest
    words.set(before, (weight.charCodeAt(0) - 65) * 32 + CLASSES.indexOf(is))
    const first = before.charCodeAt(0)
    longest[first] = Math.max(longest[first] ?? 0, before.length)
  }
  return { words, longest }
}

const isHan = (code: number): boolean => code >= 0x4e00 && code <= 0x9fa5
const isName = (code: number): boolean =>
  (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code > 0xffff
const PARTICLES = '的了着过之所地得'

const classAt = (code: number): WordClass => (CLASSES[code % 32] ?? 'x') as WordClass

/** Cuts a run of Chinese characters where the words are likeliest: least cost from the end to the front. */
function cut(text: string, start: number, end: number, { words, longest }: Lexicon, into: Word[]): void {
  const length = end - start
  const cost = new Float64Array(length + 1)
  const step = new Uint8Array(length + 1)
  const found = new Int32Array(length + 1)
  for (let i = length - 1; i >= 0; i--) {
    const most = Math.min(Math.max(1, longest[text.charCodeAt(start + i)] ?? 1), length - i, LONGEST)
    cost[i] = Number.POSITIVE_INFINITY
    for (let n = 1; n <= most; n++) {
      const entry = words.get(text.slice(start + i, start + i + n))
      if (entry === undefined && n > 1) continue
      const whole = (entry === undefined ? UNKNOWN : RAREST - (entry >> 5)) + (cost[i + n] ?? 0)
      if (whole < (cost[i] ?? 0)) {
        cost[i] = whole
        step[i] = n
        found[i] = entry ?? CLASSES.indexOf('x')
      }
    }
  }
  for (let i = 0; i < length; i += step[i] ?? 1) {
    const word = text.slice(start + i, start + i + (step[i] ?? 1))
    into.push({
      start: start + i,
      end: start + i + word.length,
      text: word,
      is: PARTICLES.includes(word) ? 'u' : classAt(found[i] ?? 0),
    })
  }
}

/** The words of `text` from `start` to `end`, in order; blanks are no words, every mark is one. */
export function wordsOf(text: string, start = 0, end = text.length): Word[] {
  lexicon ??= unpack()
  const words: Word[] = []
  for (let i = start; i < end; ) {
    const code = text.charCodeAt(i)
    const kind = isHan(code) ? isHan : isName(code) ? isName : null
    let to = i + 1
    if (kind) while (to < end && kind(text.charCodeAt(to))) to += 1
    if (kind === isHan) cut(text, i, to, lexicon, words)
    else if (kind === isName || !/\s/.test(text[i] ?? ''))
      words.push({ start: i, end: to, text: text.slice(i, to), is: kind === isName ? 'x' : 's' })
    i = to
  }
  return words
}

/** Those of some words, in order, that lie from one place to another. */
export function wordsIn(words: readonly Word[], from: number, to: number): Word[] {
  let first = 0
  let after = words.length
  while (first < after) {
    const middle = (first + after) >> 1
    if ((words[middle]?.start ?? 0) < from) first = middle + 1
    else after = middle
  }
  const inside: Word[] = []
  for (let i = first; i < words.length; i++) {
    const word = words[i]
    if (!word || word.end > to) break
    inside.push(word)
  }
  return inside
}
