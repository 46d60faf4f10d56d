import type { Period } from '#compiler/compiled-plan.ts'
import { addDays, dayNumber, later } from '#kernel/day.ts'
import type { Meaning } from './meaning.ts'

export interface Point {
  on: string
  value: number
}

export interface Way {
  meaning: Pick<Meaning, 'from' | 'limit'>
  stretch: Period
  /** The figure of the last day. */
  wanted: number
  falling: boolean
  /** What stood before the stretch, where the plan names it. */
  baseline: number | null
  /** The first figure stated in the stretch. */
  first: Point
  /** A level that names no baseline starts at its first figure, as days were judged until the second edition of the lamps. */
  startsAtFirst?: boolean
  /** Figures the plan itself names for days on the way, oldest first. */
  planned: readonly Point[]
  /** The day the programme was published: what was due before it was asked of nobody. */
  startedOn?: string | null | undefined
}

/**
 * The course of a target over the stretch it is judged in, as corners of even stretches. A reference that is computed
 * (进度参考): of its figures only `wanted` and `planned` stand in the plan. Where nobody stated what stood before, it begins with
 * the first figure the plan names: before that there is none.
 */
export function courseOf(way: Way): Point[] {
  const { meaning, stretch, wanted, planned, first } = way
  const end = { on: stretch.end, value: wanted }
  if (meaning.limit) return stepsOf(way)
  if (holdsThroughout(meaning, way.falling)) return [{ on: stretch.start, value: wanted }, end]
  const start = startOf(way)
  if (!start) return [...planned.filter(({ on }) => on > stretch.start && on < stretch.end), end]
  if (first.on > stretch.end) return [{ ...start, on: beginningOf(way) }, end]
  return [start, ...planned.filter(({ on }) => on > start.on && on < stretch.end), end]
}

/** Nothing is approached: a standard, a rate of growth for one year, and a cap on what adds up hold at every moment. */
export const holdsThroughout = ({ from, limit }: Way['meaning'], falling: boolean): boolean =>
  limit || from === 'always' || (from === 'zero' && falling)

/** A standard, or one the plan itself narrows from year to year: each holds until the next one's day. */
function stepsOf({ stretch, wanted, planned }: Way): Point[] {
  const within = planned.filter(({ on }) => on > stretch.start && on < stretch.end)
  const steps = within.flatMap(({ on, value }, i) => [
    { on, value },
    { on: addDays(on, 1), value: within[i + 1]?.value ?? wanted },
  ])
  return [{ on: stretch.start, value: within[0]?.value ?? wanted }, ...steps, { on: stretch.end, value: wanted }]
}

/** The later of the stretch's first day and the programme's, where that lies in the stretch. */
const beginningOf = ({ stretch, startedOn }: Way): string =>
  startedOn && startedOn < stretch.end ? later(stretch.start, startedOn) : stretch.start

/** What stood when the stretch began: the baseline, or the figure the plan itself named for a day before; null where nobody stated it. */
export const knownStart = ({
  baseline,
  planned,
  stretch,
}: Pick<Way, 'baseline' | 'planned' | 'stretch'>): number | null =>
  baseline ?? planned.findLast(({ on }) => on < stretch.start)?.value ?? null

/** Nothing, or what stood before; a target met at once is to be kept. Undefined where nobody stated what stood before. */
function startOf(way: Way): Point | undefined {
  const { meaning, wanted, falling, first, startsAtFirst = false } = way
  const on = beginningOf(way)
  if (meaning.from === 'zero') return { on, value: 0 }
  const base = startsAtFirst ? way.baseline : knownStart(way)
  if (base === null && !startsAtFirst) return undefined
  const known = base === null ? { on: first.on, value: first.value } : { on, value: base }
  return (falling ? known.value <= wanted : known.value >= wanted) ? { on: known.on, value: wanted } : known
}

const onLine = (a: Point, b: Point, on: string): number => {
  const whole = dayNumber(b.on) - dayNumber(a.on)
  return whole <= 0 ? b.value : a.value + ((b.value - a.value) * (dayNumber(on) - dayNumber(a.on))) / whole
}

/** The figure of a day on the way between corners, oldest first; before the first and after the last theirs. */
export function pointOn(corners: readonly Point[], on: string): number {
  const [first, last] = [corners[0], corners.at(-1)]
  if (!first || !last) return 0
  if (on <= first.on) return first.value
  if (on >= last.on) return last.value
  const next = corners.findIndex((corner) => corner.on > on)
  return onLine(corners[next - 1] ?? first, corners[next] ?? last, on)
}
