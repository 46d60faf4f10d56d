import { oneOf, type Random } from '../random.ts'
import { spoilBytes } from './spoil-text.ts'

const figures = [
  '0',
  '-1',
  '99999999',
  '4294967296',
  '1e99',
  '1.5',
  'null',
  '/X',
  '[]',
  '<<>>',
  '5 0 R',
  '1 0 R',
  '2 0 R',
  '9999 0 R',
]
const values = [
  '/Catalog',
  '/Pages',
  '/Page',
  '/FlateDecode',
  '/ASCII85Decode',
  '/LZWDecode',
  '/DCTDecode',
  '/JBIG2Decode',
  '/Type3',
  '/Identity-H',
  '(\\377\\000)',
  '<zz>',
]
const drawings = [
  'q '.repeat(50_000),
  '/F1 1e9 Tf',
  '0 0 0 0 0 0 cm',
  '99999999 0 0 99999999 0 0 cm',
  'BT '.repeat(2000),
  '<feff> Tj',
  '[(a) -1e9 (b)] TJ',
  '/Fm0 Do',
  'BI /W 999999 /H 999999 ID x EI',
]

/** A PDF whose table of places, lengths, references, sizes or drawing are not what they say; pages that contain themselves. */
export function spoilPdf(bytes: Uint8Array, random: Random): Uint8Array {
  const text = Buffer.from(bytes).toString('latin1')
  const once = (pattern: RegExp, by: () => string): string => {
    const found = [...text.matchAll(pattern)]
    if (found.length === 0) return text
    const one = oneOf(random, found)
    return text.slice(0, one.index) + by() + text.slice(one.index + one[0].length)
  }
  const ways: (() => string)[] = [
    () => once(/\d+/g, () => oneOf(random, figures)),
    () => once(/\d+ 0 R/g, () => oneOf(random, figures)),
    () => once(/\/[A-Z]\w+/g, () => oneOf(random, values)),
    () => once(/\/Length \d+/g, () => `/Length ${oneOf(random, figures)}`),
    () => once(/\/Kids\[[^\]]*\]/g, () => oneOf(random, ['/Kids[2 0 R]', `/Kids[${'6 0 R '.repeat(1900)}]`, `/Kids[${'6 0 R '.repeat(2500)}]`, '/Kids[]', '/Kids 2 0 R'])),
    () => once(/\/Count \d+/g, () => `/Count ${oneOf(random, ['0', '-5', '1000000', '2000', '2001', '1e9'])}`),
    () => once(/\/MediaBox\[[^\]]*\]/g, () => oneOf(random, ['/MediaBox[0 0 1e9 1e9]', '/MediaBox[0 0 0 0]', '/MediaBox[a b c d]', '/MediaBox[]'])),
    () => once(/\/Parent \d+ 0 R/g, () => '/Parent 6 0 R'),
    () => once(/startxref\n\d+/g, () => `startxref\n${oneOf(random, ['0', '-1', '9', '99999999', ''])}`),
    () => once(/\d{10} \d{5} n/g, () => `${oneOf(random, ['0000000000', '9999999999', '0000000009'])} 00000 n`),
    () => once(/stream\n/g, () => `stream\n${oneOf(random, drawings)}\n`),
    () => once(/endstream|endobj|trailer|xref/g, () => ''),
    () => once(/trailer<</g, () => `trailer<<${oneOf(random, ['/Encrypt 5 0 R', '/Prev 9', '/Prev 15', '/XRefStm 9', '/ID[<00><00>]'])}`),
    () => text.replace(/ET/, () => oneOf(random, drawings)),
    () => `${text}\n${text}`,
    () => text.slice(0, Math.floor(random() * text.length)),
  ] // biome-ignore format: a list
  if (random() < 0.25) return spoilBytes(bytes, random)
  return Uint8Array.from(Buffer.from(oneOf(random, ways)(), 'latin1'))
}
