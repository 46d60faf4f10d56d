import { analyse } from 'chardet'

export interface Decoded {
  text: string
  /** Name of the character set as people know it: UTF-8, UTF-16LE, GB18030, Big5. */
  encoding: string
  /** How many characters could not be decoded and stand as U+FFFD. */
  replaced: number
}

const marks: readonly [mark: readonly number[], label: string, encoding: string][] = [
  [[0xef, 0xbb, 0xbf], 'utf-8', 'UTF-8'],
  [[0xff, 0xfe], 'utf-16le', 'UTF-16LE'],
  [[0xfe, 0xff], 'utf-16be', 'UTF-16BE'],
  // GB18030's own byte order mark.
  [[0x84, 0x31, 0x95, 0x33], 'gb18030', 'GB18030'],
]

const decode = (bytes: Uint8Array, label: string): string => new TextDecoder(label, { ignoreBOM: true }).decode(bytes)
const countReplaced = (text: string): number => text.split('�').length - 1

/**
 * Decodes a text whose character set is not stated: byte order mark, then UTF-8, UTF-16 by its zero bytes, then what
 * Chinese offices use. GBK and GB2312 are read as GB18030, which contains both. The byte order mark is not in the text.
 * `declared` is what the document says of itself (a page's `charset`); it is believed unless the bytes contradict it.
 */
export function decodeText(bytes: Uint8Array, declared?: string): Decoded {
  for (const [mark, label, encoding] of marks) {
    if (mark.every((byte, i) => bytes[i] === byte)) return count(decode(bytes.subarray(mark.length), label), encoding)
  }
  const wide = guessUtf16(bytes)
  if (wide) return count(decode(bytes, wide.toLowerCase()), wide)
  const utf8 = decode(bytes, 'utf-8')
  const replaced = countReplaced(utf8)
  if (replaced === 0) return { text: utf8, encoding: 'UTF-8', replaced }
  const manyBytes = bytes.reduce((sum, byte) => sum + (byte >= 0x80 ? 1 : 0), 0)
  // GBK read as UTF-8 breaks at nearly every character; damaged UTF-8 at a few.
  if (replaced < manyBytes * 0.03) return { text: utf8, encoding: 'UTF-8', replaced }
  return isBig5(bytes, declared) ? count(decode(bytes, 'big5'), 'Big5') : count(decode(bytes, 'gb18030'), 'GB18030')
}

const count = (text: string, encoding: string): Decoded => ({ text, encoding, replaced: countReplaced(text) })

/** UTF-16 without a mark: ASCII digits, blanks and line ends leave zero bytes on one side only. */
function guessUtf16(bytes: Uint8Array): 'UTF-16LE' | 'UTF-16BE' | undefined {
  const sample = bytes.subarray(0, 65_536)
  let even = 0
  let odd = 0
  sample.forEach((byte, i) => {
    if (byte !== 0) return
    if (i % 2 === 0) even += 1
    else odd += 1
  })
  if (even + odd < Math.max(2, sample.length * 0.005)) return undefined
  if (odd > even * 3) return 'UTF-16LE'
  return even > odd * 3 ? 'UTF-16BE' : undefined
}

/** Mainland texts are taken for Big5 only when both the guess is sure and the bytes fit Big5 better. */
function isBig5(bytes: Uint8Array, declared: string | undefined): boolean {
  if (declared) return /^big5/i.test(declared)
  const guesses = analyse(bytes.subarray(0, 65_536))
  const confidence = (name: string) => guesses.find((guess) => guess.name === name)?.confidence ?? 0
  return confidence('Big5') > confidence('GB18030') + 10 && countReplaced(decode(bytes, 'big5')) === 0
}
