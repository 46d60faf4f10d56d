import { Button } from 'antd'
import type { Span } from '#kernel/span.ts'
import { LinkButton } from '#ui/link-button.tsx'
import type { PlanView } from '../contract.ts'
import { nextStepOf } from './publish/next-step.ts'

interface NextActProps {
  view: PlanView
  onNames: () => void
  onGo: (at: Span) => void
  onPublish: () => void
  onAmend: () => void
}

/** The one next act of a plan, at the end of the bottom bar. */
export function NextAct({ view, onNames, onGo, onPublish, onAmend }: NextActProps) {
  const step = nextStepOf(view)
  switch (step.kind) {
    case 'settle':
      return (
        <Button type="primary" onClick={onNames}>
          {`确认 ${step.count} 个单位`}
        </Button>
      )
    case 'mend':
      return (
        <Button type="primary" onClick={() => onGo(step.first.span)}>
          {step.count > 1 ? `处理 ${step.count} 个错误，从第一个起` : '处理这个错误'}
        </Button>
      )
    case 'publish':
      return (
        <Button type="primary" onClick={onPublish}>
          发布…
        </Button>
      )
    case 'amend':
      return (
        <Button type="primary" onClick={onAmend}>
          {`使 ${step.count} 处更正生效…`}
        </Button>
      )
    case 'programme':
      return (
        <LinkButton color="primary" variant="solid" to="/programmes/of-plan/$planId" params={{ planId: view.id }}>
          查看工作方案
        </LinkButton>
      )
    case 'none':
      return step.reason && <span className="quiet">{step.reason}</span>
  }
}
