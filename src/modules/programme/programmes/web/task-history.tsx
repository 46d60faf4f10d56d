import { InlineDiff } from '#modules/programme/plans/web/index.tsx'
import { Sheet } from '#ui/page.tsx'
import type { TaskPage } from '../contract.ts'

/** How the task's words changed from issue to issue. */
export function TaskHistory({ history }: Pick<TaskPage, 'history'>) {
  return (
    <Sheet title="历次修订">
      {history.length === 0 && <p className="quiet">没有修订记录，现行内容与首次列入时相同。</p>}
      <ol className="task-history">
        {history.map(({ version, change, before, after }, i) => (
          <li key={i}>
            <span className="quiet">
              第 {version} 版 {change}
            </span>
            <InlineDiff before={before} after={after} />
          </li>
        ))}
      </ol>
    </Sheet>
  )
}
