import { z } from 'zod'
import { Refusal } from '#kernel/errors.ts'
import { isNothing, labelOf, typeAt } from '#kernel/fields.ts'

/** What is wrong with a form and where, as a sentence. */
export interface Complaint {
  path: readonly PropertyKey[]
  sentence: string
}

const valueAt = (values: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce((at, step) => (typeof at === 'object' && at !== null ? Reflect.get(at, step) : undefined), values)

/** The name of what a path leads to, or of what that stands in. */
export function labelAt(schema: z.ZodObject, path: readonly PropertyKey[]): string {
  const own = path.map((_, i) => labelOf(typeAt(schema, path.slice(0, path.length - i))))
  return own.find((label) => label !== undefined) ?? '这一项'
}

const counted: Readonly<Record<string, string>> = { string: ' 个字', array: ' 项' }

function sentenceOf(issue: z.core.$ZodIssue, label: string, value: unknown): string {
  if (isNothing(value)) return `请填写${label}。`
  if (Array.isArray(value) && value.length === 0) return `请选择${label}。`
  if (/\p{Script=Han}/u.test(issue.message)) return issue.message
  if (issue.code === 'too_big') {
    const unit = counted[issue.origin]
    return unit ? `${label}不能超过 ${issue.maximum}${unit}，请缩短。` : `${label}不能大于 ${issue.maximum}，请核对。`
  }
  if (issue.code === 'too_small') {
    const unit = counted[issue.origin]
    return unit ? `${label}至少 ${issue.minimum}${unit}，请补充。` : `${label}不能小于 ${issue.minimum}，请核对。`
  }
  if (issue.code === 'invalid_type' && issue.expected === 'int') return `${label}应为整数，请核对。`
  if (issue.code === 'invalid_format' && issue.format === 'date')
    return `${label}“${String(value)}”看不懂，请写成 2026-03-05 这样。`
  return `${label}的写法不对，请核对。`
}

/** What is wrong with what stands in a form, in the words of its fields; nothing when the schema is content. */
export function complaintsOf(schema: z.ZodObject, values: unknown): readonly Complaint[] {
  const issues = schema.safeParse(values).error?.issues ?? []
  return issues.map((issue) => ({
    path: issue.path,
    sentence: sentenceOf(issue, labelAt(schema, issue.path), valueAt(values, issue.path)),
  }))
}

const Faults = z.array(z.object({ path: z.array(z.string()), message: z.string() }))

/** What the server refused, at the fields it is about; empty where it says none. */
export function refusedFields(schema: z.ZodObject, problem: Error): readonly Complaint[] {
  const faults = Faults.safeParse(problem instanceof Refusal ? problem.details : undefined)
  if (!faults.success) return []
  return faults.data.map(({ path, message }) => {
    const steps = path.map((step) => (/^\d+$/.test(step) ? Number(step) : step))
    return { path: steps, sentence: message.endsWith('。') ? message : `${labelAt(schema, steps)}：${message}。` }
  })
}
