import { scheduleErrors } from './errors.ts'
import { linkSteps } from './network.ts'
import type { ScheduleTemplate } from './template.ts'

/** Refuses a template whose steps share a name, wait for what is not there, or for each other. */
export function checkTemplate({ steps }: ScheduleTemplate): void {
  const titles = new Map(steps.map(({ key, title }) => [key, title]))
  if (titles.size < steps.length) throw scheduleErrors.templateBroken({ why: '有两个步骤用了同一个代号' })
  const lost = steps.find(({ after }) => after.some((key) => !titles.has(key)))
  if (lost) throw scheduleErrors.templateBroken({ why: `“${lost.title}”的前一步已不在模板里` })
  const plain = { notBefore: null, notAfter: null, pin: null, claim: null, done: null }
  const { circle } = linkSteps(steps.map(({ key, ...step }) => ({ ...step, id: key, ...plain })))
  if (circle === null) return
  const names = circle.map((key) => `“${titles.get(key) ?? key}”`).join('、')
  throw scheduleErrors.templateBroken({ why: `${names}互相等待` })
}
