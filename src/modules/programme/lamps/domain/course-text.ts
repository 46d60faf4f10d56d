import { withUnit } from '#kernel/figures.ts'
import type { Course } from './trajectory.ts'

/** A course in a sentence. */
export function courseInWords(course: Course): string {
  if (course.shape === 'linear') return '均匀推进'
  if (course.shape === 'quarters')
    return `按季度，累计 ${course.shares.map((share) => withUnit(share * 100, '%')).join('、')}`
  return `逐点设定 ${course.points.length} 个：${course.points.map(({ on, value }) => `${on} 为 ${value}`).join('，')}`
}
