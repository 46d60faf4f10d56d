import { hostileInput } from '../../test/scope/hostile-input.ts'
import { oneOf, type Random } from '../random.ts'

type Json = Record<string, unknown>

/** Stands for a figure in the written JSON that no value of the language is. */
const figure = (digits: string): string => `@figure ${digits}@`
const figures = ['1e999', '-1e999', '1e-999', '9007199254740993', '123456789012345678901234567890', '-0', '0.1e1', '1E400', '00', '1_000', 'NaN', '0x1f']
  .map(figure) // biome-ignore format: a list

const strangeKeys = [
  '__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'then', 'length', '', ' ', '\u0000', '中文', '\ud800', 'a.b', 'a[b]', '$where',
  'divisionCode', 'actor', 'role', 'userId', 'id', 'createdAt', 'division_code', 'tx', '0',
] // biome-ignore format: a list

const longTexts: readonly ((n: number) => string)[] = [
  (n) => '督'.repeat(n),
  (n) => 'a'.repeat(n),
  (n) => '\u0301'.repeat(n),
  (n) => '1.'.repeat(n / 2),
  (n) => '（'.repeat(n),
  (n) => '2026年6月30日前完成100%、'.repeat(n / 17),
  (n) => '\n'.repeat(n),
  (n) => '一、'.repeat(n / 2),
  (n) => '👨‍👩‍👧'.repeat(n / 8),
  (n) => '\u202eابت'.repeat(n / 4),
]

/** An input with oddities of its keys and of its values' sizes, on top of those of its values. */
export function oddInput(example: Json, random: Random): Json {
  const odd: Json = random() < 0.85 ? hostileInput(example, random) : { ...example }
  const keys = Object.keys(odd)
  const key = keys.length > 0 ? oneOf(random, keys) : 'x'
  const ways: (() => void)[] = [
    () => Reflect.deleteProperty(odd, key),
    () => Object.defineProperty(odd, oneOf(random, strangeKeys), { value: odd[key] ?? {}, enumerable: true, configurable: true, writable: true }),
    () => Object.assign(odd, { [key.toUpperCase()]: odd[key] }),
    () => Object.assign(odd, { [key]: oneOf(random, figures) }),
    () => Object.assign(odd, { [key]: [odd[key]] }),
    () => Object.assign(odd, { [key]: { [key]: odd[key] } }),
    () => Object.assign(odd, { [key]: nested(oneOf(random, [10, 63, 64, 65, 500])) }),
    () => Object.assign(odd, { [key]: oneOf(random, longTexts)(oneOf(random, [300, 5_000, 15_000])) }),
  ] // biome-ignore format: a list
  if (random() < 0.6) oneOf(random, ways)()
  return odd
}

const nested = (depth: number): unknown => {
  let value: unknown = '底'
  for (let i = 0; i < depth; i++) value = i % 2 === 0 ? [value] : { 层: value }
  return value
}

/** The input as JSON, figures that are none and keys twice included. */
export function written(input: Json, random: Random): string {
  const text = (JSON.stringify(input) ?? '{}').replaceAll(/"@figure ([^@"]*)@"/g, '$1')
  const key = Object.keys(input)[0]
  if (key === undefined || random() > 0.04) return text
  return `{${JSON.stringify(key)}:${oneOf(random, ['null', '1', '"x"', '{}', '[]'])},${text.slice(1)}`
}

const large: readonly ((bytes: number) => string)[] = [
  (n) => `{"text":"${'督'.repeat(n / 3)}"}`,
  (n) => `{"text":"${'\\u0000'.repeat(n / 6)}"}`,
  (n) => '['.repeat(n),
  (n) => '{"a":'.repeat(n / 5),
  (n) => `[${'0,'.repeat(n / 2)}0]`,
  (n) => `{${Array.from({ length: n / 16 }, (_, i) => `"k${i}":${i}`).join(',')}}`,
  (n) => `{"text":"${'1.推进工作（牵头单位：县教育局）'.repeat(n / 50)}"}`,
  (n) => `${' '.repeat(n)}{}`,
]

/** A body about as large as the bounds of bodies. */
export const largeBody = (random: Random): Buffer =>
  Buffer.from(oneOf(random, large)(oneOf(random, [15_900, 16_100, 100_000, 999_000, 1_001_000])))

/** A body somebody tore, stained or took for another. */
export function spoiltBody(body: Buffer, random: Random): Buffer {
  const at = Math.floor(random() * Math.max(1, body.length))
  const ways = [
    () => body.subarray(0, at),
    () => Buffer.concat([body, body]),
    () => Buffer.concat([body.subarray(0, at), Buffer.from([0xff, 0xc0, 0x80, 0x00]), body.subarray(at)]),
    () => Buffer.from(body.toString('utf8'), 'utf16le'),
    () => Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), body]),
    () => Buffer.from(oneOf(random, ['', 'null', '[]', '"文字"', '42', 'true', '{', '}', '{}x', "{'a':1}", '\u0000', '{"a":undefined}', '[[[[', '{"__proto__":{"role":"office"}}'])),
    () => body.map((byte, i) => (i === at ? byte ^ 0x10 : byte)) as Buffer,
  ] // biome-ignore format: a list
  return Buffer.from(oneOf(random, ways)())
}
