import type { z } from 'zod'
import { cleanInput } from '#kernel/clean-text.ts'
import { defineErrors } from '#kernel/errors.ts'

const inputErrors = defineErrors('system', {
  invalidInput: {
    kind: 'invalid',
    text: (p: { fault: string; place: string }) =>
      `提交的内容不符合要求：${p.fault}${p.place === '' ? '' : `（${p.place}）`}`,
  },
})

/** Of many faults the first are told; a list of half a million wrong things would be a large answer to a small question. */
const told = 20
/** Names of fields are the caller's own words, and may be as long as the caller likes. */
const longestPlace = 60

/** What was asked, cleaned and as the contract has it; anything else is refused by what is wrong with it and where. */
export function parseInput<I extends z.ZodObject>(schema: I, asked: Record<string, unknown>): z.output<I> {
  const input = cleanInput(asked)
  const parsed = schema.safeParse(input)
  if (parsed.success) return parsed.data
  const details = parsed.error.issues.slice(0, told).map((issue) => ({
    path: issue.path.map((step) => String(step).slice(0, longestPlace)),
    message: sentenceOf(issue, valueAt(input, issue.path) === undefined),
  }))
  const [first] = details
  throw inputErrors.invalidInput(
    { fault: first?.message ?? '', place: (first?.path ?? []).join('.').slice(0, longestPlace) },
    details,
  )
}

const valueAt = (input: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce((at, step) => (typeof at === 'object' && at !== null ? Reflect.get(at, step) : undefined), input)

const kinds: Record<string, string> = {
  string: '文字', number: '数字', int: '整数', boolean: '是或否', date: '日期', array: '一列内容', tuple: '一列内容', object: '一组填写项', record: '一组填写项',
} // biome-ignore format: a table

/** The contract's own words where it has some; those of the library are not the office's. */
function sentenceOf(issue: z.core.$ZodIssue, isMissing: boolean): string {
  if (/\p{Script=Han}/u.test(issue.message)) return issue.message
  if (isMissing) return '缺少这一项'
  switch (issue.code) {
    case 'invalid_type':
      return `应为${kinds[issue.expected] ?? '另一种内容'}`
    case 'too_big':
      return `不能${beyond(issue.origin, '超过', '大于')} ${issue.maximum}${unitOf(issue.origin)}`
    case 'too_small':
      return `不能${beyond(issue.origin, '少于', '小于')} ${issue.minimum}${unitOf(issue.origin)}`
    case 'invalid_value':
      return '不在可选的范围内'
    case 'unrecognized_keys':
      return '有不认得的填写项'
    default:
      return '写法不对'
  }
}

const units: Record<string, string> = { string: ' 个字', array: ' 项', set: ' 项', map: ' 项' }
const unitOf = (origin: string): string => units[origin] ?? ''
const beyond = (origin: string, counted: string, measured: string): string => (origin in units ? counted : measured)
