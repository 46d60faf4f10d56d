import { Button } from 'antd'
import { createContext, type ReactNode, useContext } from 'react'
import { Refusal } from '#kernel/errors.ts'

/** Whether the page has its title already; a state in the place of the whole page is the title itself. */
export const UnderTitle = createContext(false)

function StateTitle({ children }: { children: ReactNode }) {
  const Title = useContext(UnderTitle) ? 'p' : 'h1'
  return <Title className="state-title">{children}</Title>
}

interface EmptyStateProps {
  /** What will be here: “还没有送入的方案”. */
  title: string
  /** How it gets here, one sentence. */
  children?: ReactNode
  /** The one act that fills it. */
  action?: ReactNode
}

/** A place that is empty says what will be here and offers the act that fills it. */
export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div className="state">
      <StateTitle>{title}</StateTitle>
      {children && <p className="quiet">{children}</p>}
      {action && <div className="state-act">{action}</div>}
    </div>
  )
}

interface ErrorStateProps {
  error: unknown
  onRetry?: () => void
}

/** Shows the server's own sentence and the way on; the code stands small for the support desk. */
export function ErrorState({ error, onRetry }: ErrorStateProps) {
  const refusal = error instanceof Refusal ? error : null
  // The same question gets the same answer when it was the question that was refused.
  const mayHelp = refusal === null || refusal.kind === 'unavailable' || refusal.kind === 'conflict'
  return (
    <div className="state" role="alert">
      <StateTitle>{refusal ? refusal.message : '页面出了差错，没有显示完整。请刷新后再试。'}</StateTitle>
      <p className="quiet">{refusal ? `代码 ${refusal.code}` : '如果仍然如此，请把时间和页面地址告诉系统管理员。'}</p>
      {onRetry && mayHelp && (
        <div className="state-act">
          <Button onClick={onRetry}>再试一次</Button>
        </div>
      )}
    </div>
  )
}

/** Grey lines in the place of what is loading, so that nothing moves when it arrives. */
export function LoadingSkeleton({ rows = 6, height = 40 }: { rows?: number; height?: number }) {
  return (
    <div className="skeleton" role="status" aria-label="正在读取">
      {Array.from({ length: rows }, (_, i) => (
        <div key={i} className="skeleton-row" style={{ height }}>
          <span style={{ width: `${18 + ((i * 7) % 12)}%` }} />
          <span style={{ width: `${40 + ((i * 13) % 30)}%` }} />
        </div>
      ))}
    </div>
  )
}
