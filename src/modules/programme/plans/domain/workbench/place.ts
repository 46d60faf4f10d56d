import type { CompiledPlan, Diagnostic } from '#compiler/compiled-plan.ts'
import type { Span } from '#kernel/span.ts'

/** The item of words that are not one by themselves: a mention of an agency, a sentence a task page points at. */
export const placeItem = 'place'

const same = (a: Span, b: Span): boolean => a[0] === b[0] && a[1] === b[1]

/** What was found at exactly these words, a task by its title or its whole text; undefined when they are only words. */
export function itemAt(plan: CompiledPlan, at: Span): string | undefined {
  const task = plan.tasks.find(({ titleSpan, span }) => same(titleSpan, at) || same(span, at))
  if (task) return `task:${task.id}`
  const target = plan.targets.find(({ valueSpan }) => same(valueSpan, at))
  if (target) return `target:${target.id}`
  const untaken = plan.untaken?.find(({ valueSpan }) => same(valueSpan, at))
  if (untaken) return `untaken:${untaken.id}`
  const cadence = plan.cadences.findIndex(({ span }) => same(span, at))
  if (cadence >= 0) return `cadence:${cadence}`
  const citation = plan.document.cites.findIndex(({ span }) => same(span, at))
  return citation >= 0 ? `citation:${citation}` : undefined
}

/** The words an item is known by, for the address; undefined when there is no such item any more. */
export function placeOf(plan: CompiledPlan, problems: readonly Diagnostic[], item: string): Span | undefined {
  const [kind, id] = [item.slice(0, item.indexOf(':')), item.slice(item.indexOf(':') + 1)]
  switch (kind) {
    case 'task':
      return plan.tasks.find((task) => task.id === id)?.titleSpan
    case 'target':
      return plan.targets.find((target) => target.id === id)?.valueSpan
    case 'untaken':
      return plan.untaken?.find((figure) => figure.id === id)?.valueSpan
    case 'cadence':
      return plan.cadences[Number(id)]?.span
    case 'citation':
      return plan.document.cites[Number(id)]?.span
    case 'problem':
      return problems[Number(id)]?.span
    default:
      return undefined
  }
}

/** `120-134`, as a place stands in an address. */
export const writePlace = ([start, end]: Span): string => `${start}-${end}`

/** The reverse; undefined for anything that is no place of a text this long. */
export function readPlace(words: string, length: number): Span | undefined {
  const [, start, end] = /^(\d{1,9})-(\d{1,9})$/.exec(words) ?? []
  if (start === undefined || end === undefined) return undefined
  const place: Span = [Number(start), Number(end)]
  return place[0] < place[1] && place[1] <= length ? place : undefined
}
