import type { Course } from './trajectory.ts'

const line = /^(\d{4}-\d{2}-\d{2})[\s,，:：]+(-?\d+(?:\.\d+)?)$/u

/** Points as a person types them, one a line: `2026-06-30 20`; a string is what is wrong. */
export function readPoints(text: string): Extract<Course, { shape: 'points' }>['points'] | string {
  const lines = text
    .split('\n')
    .map((one) => one.trim())
    .filter((one) => one !== '')
  if (lines.length === 0) return '请至少写一行，如“2026-06-30 20”。'
  const read = lines.map((one) => ({ one, found: line.exec(one) }))
  const wrong = read.find(({ found }) => !found || Number.isNaN(Date.parse(found[1] ?? '')))
  if (wrong) return `“${wrong.one}”看不懂，请写成“2026-06-30 20”。`
  return read.map(({ found }) => ({ on: found?.[1] ?? '', value: Number(found?.[2]) }))
}

/** A course in a sentence. */
export function courseInWords(course: Course): string {
  if (course.shape === 'linear') return '均匀推进'
  if (course.shape === 'quarters')
    return `按季度，累计 ${course.shares.map((share) => `${Math.round(share * 100)}%`).join('、')}`
  return `逐点设定 ${course.points.length} 个：${course.points.map(({ on, value }) => `${on} 为 ${value}`).join('，')}`
}
