import type { WorkingCalendar } from '#kernel/calendar.ts'
import type { Frame } from './plan-steps.ts'
import type { Step } from './step.ts'
import { endOf, firstOn } from './step-days.ts'
import { stretchSteps } from './stretch-steps.ts'
import type { ScheduleTemplate, TemplateStep } from './template.ts'

/**
 * The steps of a task from a template. One gone through once is spread over a task that is longer than it. One that repeats is gone
 * through in every year between floor and deadline: nodes that a year of the task does not reach are left out, and the last year
 * ends with its last steps by the deadline.
 * @param prefix makes the ids: `r3` gives `r3s1`
 */
export function takeTemplate(
  template: ScheduleTemplate,
  { frame, prefix }: { frame: Frame; prefix: string },
  calendar: WorkingCalendar,
): Step[] {
  let count = 0
  const nextId = () => {
    count += 1
    return `${prefix}s${count}`
  }
  if (template.repeats === 'once')
    return stretchSteps(toSteps(template.steps, { nextId, frame, year: null }), frame, calendar)
  const [first, last] = [frame.floorOn, frame.deadlineOn].map((day) => Number(day.slice(0, 4)))
  const years = Array.from({ length: Math.max(0, (last ?? 0) - (first ?? 0)) + 1 }, (_, i) => (first ?? 0) + i)
  return years.flatMap((year) => {
    const reached = template.steps.filter((step) => isReached(step, { template, frame, year }, calendar))
    const own = bridged(template.steps, new Set(reached.map(({ key }) => key)))
    return toSteps(own, { nextId, frame, year })
  })
}

interface OfYear {
  template: ScheduleTemplate
  frame: Frame
  year: number
}

/** A node counts when it lies within the task and leaves its step room; steps nothing follows always stay. */
function isReached(step: TemplateStep, { template, frame, year }: OfYear, calendar: WorkingCalendar): boolean {
  const isLast = !template.steps.some(({ after }) => after.includes(step.key))
  if (isLast || step.by === null) return true
  const by = `${year}-${step.by}`
  if (by > frame.deadlineOn) return false
  return endOf(step, firstOn(calendar, frame.floorOn), calendar) <= calendar.ordinalOf(by)
}

/** What waited for a step that is left out waits for what that one waited for. */
function bridged(steps: readonly TemplateStep[], kept: ReadonlySet<string>): TemplateStep[] {
  const of = new Map(steps.map((step) => [step.key, step]))
  const resolve = (keys: readonly string[]): string[] =>
    keys.flatMap((key) => (kept.has(key) ? [key] : resolve(of.get(key)?.after ?? [])))
  return steps.filter(({ key }) => kept.has(key)).map((step) => ({ ...step, after: [...new Set(resolve(step.after))] }))
}

interface Placing {
  nextId: () => string
  frame: Frame
  year: number | null
}

function toSteps(steps: readonly TemplateStep[], { nextId, frame, year }: Placing): Step[] {
  const idOf = new Map(steps.map(({ key }) => [key, nextId()]))
  const dayOf = (day: string | null) => (day === null || year === null ? null : `${year}-${day}`)
  const lastYear = Number(frame.deadlineOn.slice(0, 4))
  const isSeveralYears = year !== null && frame.floorOn.slice(0, 4) !== frame.deadlineOn.slice(0, 4)
  return steps.map(({ key, title, days, unit, lagDays, lagUnit, after, from, by }) => {
    // Nothing follows it any more: the deadline itself is its node.
    const isEnd = year === lastYear && !steps.some((other) => other.after.includes(key))
    const node = isEnd ? null : dayOf(by)
    const begin = dayOf(from) ?? (isSeveralYears && after.length === 0 ? `${year}-01-01` : null)
    return {
      id: idOf.get(key) ?? '',
      title: isSeveralYears ? `${year}年：${title}` : title,
      days,
      unit,
      lagDays,
      lagUnit,
      after: after.flatMap((each) => idOf.get(each) ?? []),
      notBefore: begin !== null && begin > frame.floorOn ? begin : null,
      notAfter: node !== null && node < frame.deadlineOn ? node : null,
      pin: null,
      claim: null,
      done: null,
    }
  })
}
