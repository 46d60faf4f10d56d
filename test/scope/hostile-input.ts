type Json = Record<string, unknown>

/** Figures between 0 and 1, the same for the same seed (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

type Random = () => number
const oneOf = <T>(random: Random, from: readonly T[]): T => from[Math.floor(random() * from.length)] as T

/** Characters a database, a sheet or a page cannot carry, alone and in the midst of words. */
const oddTexts = [
  '\u0000', '\u0001\u0007\u001b[31m', '\ud800', '\udfff字', '\uffff', '\u2028', '\u202e', '😀', '', ' ', '\n\t\r', '\u000b\u000c',
  '../../etc/passwd', `'; drop table x; --`, '%_\\%', '<script>', '=1+1', '{{x}}', '__proto__', 'null', 'NaN', '1e999', '-1', '0x10',
] // biome-ignore format: a list
const oddDays = [
  '0000-01-01', '0001-01-01', '1582-10-10', '1900-02-29', '1999-12-31', '2026-02-28', '2026-02-30', '2026-13-01', '2099-12-31', '2100-01-01', '9999-12-31',
  '+010000-01-01', '-000001-01-01', '10000-01-01', '2026-06-30T24:00:00Z', '0000-00', '2026-00', '9999-12', '0000', '9999', '24:60', '02-30',
] // biome-ignore format: a list
const oddNumbers = [
  0, -0, -1, 1, 0.1, 1e-320, 2 ** 31 - 1, 2 ** 31, 2 ** 32, -(2 ** 31) - 1, Number.MAX_SAFE_INTEGER, 2 ** 53, 1e21, 1e308,
  Number.POSITIVE_INFINITY, Number.NaN,
] // biome-ignore format: a list
const oddIds = ['abc', '019b0000-0000-7000-8000-000000000000', '00000000-0000-0000-0000-000000000000', 'A'.repeat(300)]

function oddText(random: Random, now: string): string {
  const odd = oneOf(random, oddTexts)
  const ways = [
    () => odd,
    () => `${now}${odd}`,
    () => `${now.slice(0, now.length / 2)}${odd}${now.slice(now.length / 2)}`,
    () => now.repeat(Math.ceil(20_000 / Math.max(1, now.length))),
    () => oneOf(random, oddDays),
    () => oneOf(random, oddIds),
    () => String(oneOf(random, oddNumbers)),
  ]
  return oneOf(random, ways)()
}

/** Something else in the place of a value: mostly of its own kind, seldom of another. */
function odd(random: Random, now: unknown): unknown {
  if (random() < 0.1)
    return oneOf<unknown>(random, [null, undefined, true, [], {}, [[]], '', 0, [null], { constructor: 1 }])
  if (typeof now === 'string') return oddText(random, now)
  if (typeof now === 'number') return oneOf(random, oddNumbers)
  if (typeof now === 'boolean') return !now
  if (Array.isArray(now))
    return oneOf(random, [[], [...now, ...now], Array.from({ length: 300 }, () => now[0]), [...now, null]])
  return oddText(random, '逐项核对')
}

/** Every place in a value, outermost first. */
function placesOf(value: unknown, at: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [at]
  const within = Object.entries(value).flatMap(([key, each]) => placesOf(each, [...at, key]))
  return at.length === 0 ? within : [at, ...within]
}

function replaced(value: unknown, [key, ...rest]: readonly string[], change: (now: unknown) => unknown): unknown {
  if (key === undefined) return change(value)
  if (Array.isArray(value)) return value.map((each, i) => (String(i) === key ? replaced(each, rest, change) : each))
  const fields = Object(value) as Json
  return { ...fields, [key]: replaced(fields[key], rest, change) }
}

/** An input like this one with something odd in one to three places. */
export function hostileInput(example: Json, random: Random): Json {
  let made: unknown = example
  for (let n = 1 + Math.floor(random() * 3); n > 0; n--) {
    const places = placesOf(made)
    if (places.length > 0) made = replaced(made, oneOf(random, places), (now) => odd(random, now))
  }
  return made as Json
}
