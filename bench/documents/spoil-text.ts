import { oneOf, type Random } from '../random.ts'

const bits = [
  '\u0000', '\ud800', '\ufffe', '\u202e', '\u0301'.repeat(200), '99999999999999999999999', '2026年13月45日', '9999999年', '-0.5%', '１２３', '（', '）', '“', '、'.repeat(500), '\t'.repeat(300),
  '<table>', '</td>', '<td colspan="999999" rowspan="999999">', '&amp;', '<script>', '{', '}', '\\', '"', ',', '=1+1', '\r', '\n'.repeat(200), '😀', '𠮷', '一、', '（一）', '1.', '牵头单位：', '%', '∞', '1e999',
  '\\u-99999?', "\\'", '\\bin99999 ', '[[[[', '{"a":', 'null',
] // biome-ignore format: a list

/** A text with pieces missing, doubled, changed places, without end, or with signs nobody expects. */
export function spoilText(text: string, random: Random): string {
  const at = Math.floor(random() * text.length)
  const to = Math.min(text.length, at + Math.floor(random() * 300))
  const piece = text.slice(at, to)
  const bit = oneOf(random, bits)
  const ways: (() => string)[] = [
    () => text.slice(0, at),
    () => text.slice(at),
    () => text.slice(0, at) + text.slice(to),
    () => text.slice(0, at) + piece.repeat(oneOf(random, [2, 10, 100])) + text.slice(to),
    () => text.slice(0, at) + bit + text.slice(at),
    () => text.slice(0, at) + bit.repeat(oneOf(random, [50, 2000])) + text.slice(at),
    () => text.replaceAll(text[at] ?? 'x', bit.slice(0, 3)),
    () => text.replaceAll('\n', ''),
    () => text.replaceAll(/\s/g, '\n\n'),
    () => text.replaceAll(/\d+/g, () => oneOf(random, ['', '99999999999999999999', '0', '-1', '１', '1.1.1'])),
    () => text.split('\n').reverse().join('\n'),
    () => text.slice(0, 200).repeat(oneOf(random, [10, 200])),
    () => text.replaceAll(/[，。；：]/g, oneOf(random, ['', ',', '、', '（', '\n'])),
    () => text.replaceAll(/[<>]/g, (sign) => (random() < 0.9 ? sign : '')),
  ] // biome-ignore format: a list
  return oneOf(random, ways)()
}

/** Bytes turned, cut out, put in, filled over. */
export function spoilBytes(bytes: Uint8Array, random: Random): Uint8Array {
  const spoilt = Buffer.from(bytes)
  const at = Math.floor(random() * spoilt.length)
  const length = Math.floor(random() * Math.min(2000, spoilt.length - at))
  const figures = [0, 0xff, 0x7f, 0x80, 0x01]
  const ways: (() => Buffer)[] = [
    () => spoilt.subarray(0, at),
    () => spoilt.subarray(at),
    () => Buffer.concat([spoilt.subarray(0, at), spoilt.subarray(at + length)]),
    () => Buffer.concat([spoilt.subarray(0, at + length), spoilt.subarray(at)]),
    () => spoilt.fill(oneOf(random, figures), at, at + length),
    () => {
      for (let i = 0; i < 20; i++) spoilt[Math.floor(random() * spoilt.length)] = Math.floor(random() * 256)
      return spoilt
    },
    () => {
      // Heads hold counts and places of what follows.
      for (let i = 0; i < 4; i++) spoilt[Math.floor(random() * Math.min(spoilt.length, 600))] = oneOf(random, figures)
      return spoilt
    },
  ]
  return Uint8Array.from(oneOf(random, ways)())
}
