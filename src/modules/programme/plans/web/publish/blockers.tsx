import { Button } from 'antd'
import type { Span } from '#kernel/span.ts'
import { Lamp } from '#ui/lamp.tsx'
import type { PlanView } from '../../contract.ts'
import { nameUnsettled } from '../../domain/publication.ts'
import { openNames } from '../names/name-words.ts'
import { openErrors } from './next-step.ts'

interface BlockersProps {
  view: PlanView
  onGo: (at: Span) => void
  onNames: () => void
}

/** What must be mended, or accepted with a reason, before publishing; each leads to its words. */
export function Blockers({ view, onGo, onNames }: BlockersProps) {
  const names = openNames(view).length
  const errors = openErrors(view).filter(({ code }) => code !== nameUnsettled)
  return (
    <>
      <p>更正下面的问题，或写明理由后接受，就可以发布。</p>
      <ul className="blockers">
        {names > 0 && (
          <li>
            <Lamp colour="red" label="错误" size={10} />
            <span>{`${names} 个单位尚未确认：是名录中的哪个单位，还是新单位。`}</span>
            <Button size="small" onClick={onNames}>
              去确认
            </Button>
          </li>
        )}
        {errors.map((problem) => (
          <li key={`${problem.code}${problem.span[0]}`}>
            <Lamp colour="red" label="错误" size={10} />
            <span>{problem.message}</span>
            <Button size="small" onClick={() => onGo(problem.span)}>
              去处理
            </Button>
          </li>
        ))}
      </ul>
    </>
  )
}
