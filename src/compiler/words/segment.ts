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
/** What a word of no weight costs; a character unknown to the lexicon costs more. */
const RAREST = 39
const UNKNOWN = 40
const LONGEST = 5
const FIRST_HAN = 0x4e00
/** Bits of a character behind those of the beginning it follows. */
const HAN_BITS = 15
const SLOTS = 1 << 18
const MULTIPLIER = 0x9e3779b1

/** Every beginning of a word by the one before it and its last character; 1 is the empty one. */
interface Lexicon {
  keys: Uint32Array
  nodes: Int32Array
  /** For each beginning, weight × 32 + class, or −1 where it is no word. */
  words: Int32Array
}

const CLASSES = 'vwnadpcqtfrmuxs'
let lexicon: Lexicon | undefined

const slotOf = ({ keys }: Lexicon, key: number): number => {
  let slot = Math.imul(key, MULTIPLIER) >>> 14
  while (keys[slot] !== 0 && keys[slot] !== key) slot = (slot + 1) & (SLOTS - 1)
  return slot
}

const keyOf = (before: number, code: number): number => ((before << HAN_BITS) | (code - FIRST_HAN)) >>> 0

function unpack(): Lexicon {
  const made = { keys: new Uint32Array(SLOTS), nodes: new Int32Array(SLOTS), words: new Int32Array(SLOTS).fill(-1) }
  let before = ''
  let last = 1
  for (const [, shared = '', rest = '', is = 'x', weight = 'A'] of PACKED.matchAll(ENTRY)) {
    before = before.slice(0, Number(shared)) + rest
    let node = 1
    for (let i = 0; i < before.length; i++) {
      const key = keyOf(node, before.charCodeAt(i))
      const slot = slotOf(made, key)
      if (made.keys[slot] === 0) {
        made.keys[slot] = key
        made.nodes[slot] = ++last
      }
      node = made.nodes[slot] ?? 0
    }
    made.words[node] = (weight.charCodeAt(0) - 65) * 32 + CLASSES.indexOf(is)
  }
  return made
}

const isHan = (code: number): boolean => code >= FIRST_HAN && code <= 0x9fa5
const isName = (code: number): boolean =>
  (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code > 0xffff
const PARTICLES = '的了着过之所地得'

const classAt = (code: number): WordClass => (CLASSES[code % 32] ?? 'x') as WordClass

/** Filled anew for each run; runs are as short as sentences. */
let [cost, step, found] = [new Int32Array(0), new Uint8Array(0), new Int32Array(0)]

/** Cuts a run of Chinese characters where the words are likeliest: least cost from the end to the front. */
function cut(text: string, run: { start: number; end: number }, from: Lexicon, into: Word[]): void {
  const { start, end } = run
  const length = end - start
  if (cost.length <= length) {
    const room = length * 2
    ;[cost, step, found] = [new Int32Array(room), new Uint8Array(room), new Int32Array(room)]
  }
  cost[length] = 0
  for (let i = length - 1; i >= 0; i--) {
    let [least, length1, entry1] = [UNKNOWN + (cost[i + 1] ?? 0), 1, CLASSES.indexOf('x')]
    const most = Math.min(LONGEST, length - i)
    for (let n = 0, node = 1; n < most; n++) {
      const slot = slotOf(from, keyOf(node, text.charCodeAt(start + i + n)))
      node = from.nodes[slot] ?? 0
      if (node === 0) break
      const entry = from.words[node] ?? -1
      const whole = entry < 0 ? least : RAREST - (entry >> 5) + (cost[i + n + 1] ?? 0)
      if (whole < least) [least, length1, entry1] = [whole, n + 1, entry]
    }
    cost[i] = least
    step[i] = length1
    found[i] = entry1
  }
  for (let i = 0; i < length; i += step[i] ?? 1) {
    const word = text.slice(start + i, start + i + (step[i] ?? 1))
    const is = PARTICLES.includes(word) ? 'u' : classAt(found[i] ?? 0)
    into.push({ start: start + i, end: start + i + word.length, text: word, is })
  }
}

export const wordsOf = (text: string): Word[] => addWords([], text, { start: 0, end: text.length })

/** Adds the words of a stretch of `text`, in order; blanks are no words, every mark is one. */
export function addWords(words: Word[], text: string, { start, end }: { start: number; end: number }): Word[] {
  lexicon ??= unpack()
  for (let i = start; i < end; ) {
    const code = text.charCodeAt(i)
    const kind = isHan(code) ? isHan : isName(code) ? isName : null
    let to = i + 1
    if (kind) while (to < end && kind(text.charCodeAt(to))) to += 1
    if (kind === isHan) cut(text, { start: i, end: to }, lexicon, words)
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
