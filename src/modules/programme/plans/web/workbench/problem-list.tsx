import { Button, Segmented } from 'antd'
import { useState } from 'react'
import type { Diagnostic } from '#compiler/compiled-plan.ts'
import { Lamp, type LampColour } from '#ui/lamp.tsx'
import { severityTitles } from '../../domain/labels.data.ts'
import { nameUnsettled } from '../../domain/publication.ts'

/** A problem, with the reason when an office has accepted it. */
export type ShownProblem = Diagnostic & {
  accepted?: { id: string; reason: string; by: string } | null
  picture?: string | undefined
}

interface ProblemListProps {
  problems: readonly ShownProblem[]
  selected: string | null
  onSelect: (item: string) => void
  /** Accepting an error with a reason; absent when that is not for this person. */
  onAccept?: (problem: ShownProblem) => void
  onWithdraw?: (problem: ShownProblem) => void
  /** Opens the place where names are settled; they are told there one by one, here in one line. */
  onNames?: () => void
}

const signs: Record<Diagnostic['severity'], LampColour> = { error: 'red', warning: 'yellow', info: 'grey' }
const severities = ['error', 'warning', 'info'] as const

/** What speaks against publishing, pinned on top with counts. A choice shows one kind; a second click folds it away. */
export function ProblemList({ problems, selected, onSelect, onAccept, onWithdraw, onNames }: ProblemListProps) {
  const numbered = problems
    .map((problem, i) => ({ problem, item: `problem:${i}` }))
    .filter(({ problem }) => !onNames || problem.code !== nameUnsettled)
  const count = (severity: Diagnostic['severity']) => numbered.filter((p) => p.problem.severity === severity).length
  const names = problems.filter(({ code, accepted }) => code === nameUnsettled && !accepted).length
  const [shown, setShown] = useState<string>(count('error') > 0 ? 'error' : 'none')
  const chosen = numbered.find(({ item }) => item === selected)?.problem.severity
  const view = shown === 'none' ? chosen : shown
  if (problems.length === 0) return <p className="problems-none">没有发现问题。</p>
  const options = [
    ...severities.filter((s) => count(s) > 0).map((s) => ({ value: s, label: `${severityTitles[s]} ${count(s)}` })),
    { value: 'none', label: '收起' },
  ]
  return (
    <section className="problems" aria-label="问题">
      {onNames && names > 0 && (
        <p className="problem-names">
          <Lamp colour="red" label={severityTitles.error} size={10} />
          <span>{`${names} 个单位尚未确认，确认后才能发布。`}</span>
          <Button size="small" onClick={onNames}>
            {onAccept ? '逐个确认' : '查看单位'}
          </Button>
        </p>
      )}
      <Segmented size="small" value={shown} options={options} onChange={setShown} />
      <ul>
        {numbered
          .filter(({ problem }) => problem.severity === view)
          .map(({ problem, item }) => (
            <li key={item} data-item={item} data-selected={item === selected}>
              <Lamp colour={signs[problem.severity]} label={severityTitles[problem.severity]} size={10} />
              <button type="button" className="plain-button problem-words" onClick={() => onSelect(item)}>
                {problem.picture && <img className="problem-picture" src={problem.picture} alt="原件中的这一处" />}
                {problem.message} <small className="quiet">{problem.code}</small>
                {problem.accepted && (
                  <small className="quiet problem-accepted">{`已接受（${problem.accepted.by}）：${problem.accepted.reason}`}</small>
                )}
              </button>
              {onAccept && problem.severity === 'error' && !problem.accepted && (
                <Button size="small" onClick={() => onAccept(problem)}>
                  说明理由后接受
                </Button>
              )}
              {onWithdraw && problem.accepted && (
                <Button size="small" onClick={() => onWithdraw(problem)}>
                  撤回接受
                </Button>
              )}
            </li>
          ))}
      </ul>
    </section>
  )
}
