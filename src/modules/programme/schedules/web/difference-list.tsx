import type { ScheduleDifference } from '../domain/compare-schedules.ts'

type Difference = ScheduleDifference['steps'][number]

const spanText = (span: Difference['before']): string =>
  span === null ? '未排' : `${span.startOn} 至 ${span.finishOn}`

const movedText = (days: number | null): string => {
  if (days === null) return ''
  return days === 0 ? '（完成日不变）' : days > 0 ? `（推后 ${days} 天）` : `（提前 ${-days} 天）`
}

const textOf: Record<Difference['kind'], (one: Difference) => string> = {
  added: ({ after }) => `新增，${spanText(after)}`,
  removed: ({ before }) => `删去，原定 ${spanText(before)}`,
  moved: ({ before, after, movedDays }) => `${spanText(before)} → ${spanText(after)}${movedText(movedDays)}`,
  done: ({ doneOn }) => `${doneOn ?? ''} 办结`,
  reopened: ({ was }) => `撤销办结（原记 ${was ?? ''}）`,
  renamed: ({ was }) => `改名，原为“${was ?? ''}”`,
  lengthened: ({ was }) => `需时改变，原为${was ?? ''}`,
}

/** Steps that differ, each in one line. */
export function DifferenceList({ steps }: Pick<ScheduleDifference, 'steps'>) {
  return (
    <ul className="difference-list">
      {steps.map((one) => (
        <li key={`${one.stepId}-${one.kind}`} data-kind={one.kind}>
          <span>{one.title}</span>
          <span className="figure">{textOf[one.kind](one)}</span>
        </li>
      ))}
    </ul>
  )
}
