import { defineErrors } from './errors.ts'

export const cleaningErrors = defineErrors('input', {
  tooDeep: { kind: 'invalid', text: () => '提交的内容层次过多，不能处理。请刷新页面后重试。' },
})

/** No form of ours is deeper than a tenth of this. */
const deepest = 64

const breaks = /[\v\f]/g
/** Neither PostgreSQL (Unicode escapes, 4.1.2.3) nor XML 1.0 (2.2, Char), and with it no sheet and no paper, can carry these. */
const uncarried = /(?![\t\n\r\u007f-\u009f])\p{Cc}|[\ufffe\uffff]/gu
const torn = /\p{Surrogate}/gu

/**
 * A text of people as everything behind the door can carry it: page breaks and line breaks of word processors become
 * line ends, control characters that nobody sees go, half a character shows as U+FFFD.
 * @param standIn takes the place of what goes; one character long where places in the text are kept
 */
export const cleanText = (text: string, standIn: '' | '\ufffd' = ''): string =>
  text.replace(breaks, '\n').replace(uncarried, standIn).replace(torn, '\ufffd')

/**
 * The same for every text of an input, names of fields included.
 * @throws when it is deeper than any form: whatever looks through it next would run out of stack
 */
export function cleanInput<T>(input: T): T
export function cleanInput(input: unknown): unknown {
  return clean(input, 0)
}

function clean(value: unknown, depth: number): unknown {
  if (typeof value === 'string') return cleanText(value)
  if (typeof value !== 'object' || value === null || value instanceof Date) return value
  if (depth >= deepest) throw cleaningErrors.tooDeep({})
  if (Array.isArray(value)) return value.map((each) => clean(each, depth + 1))
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [cleanText(key), clean(each, depth + 1)]))
}
