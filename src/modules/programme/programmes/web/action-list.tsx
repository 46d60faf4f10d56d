import { Link } from '@tanstack/react-router'
import { Sheet } from '#ui/page.tsx'
import type { ProgrammeView } from '../contract.ts'

/** The plan's own actions with how many tasks and targets each holds. */
export function ActionList({ programme }: { programme: ProgrammeView }) {
  const { id, actions, counts } = programme
  const elsewhere = counts.targets - actions.reduce((sum, action) => sum + action.targets, 0)
  return (
    <Sheet title="各项行动">
      <table className="count-table">
        <thead>
          <tr>
            <th scope="col">行动</th>
            <th scope="col">任务</th>
            <th scope="col">目标</th>
          </tr>
        </thead>
        <tbody>
          {actions.map(({ heading, tasks, targets }) => (
            <tr key={heading}>
              <th scope="row">{heading || '未分行动的任务'}</th>
              <td>
                <Link to={`/programmes/${id}/tasks`} search={{ action: heading }}>
                  {tasks} <small>项</small>
                </Link>
              </td>
              <td>
                <Link to={`/programmes/${id}/targets`} search={{ action: heading }}>
                  {targets} <small>个</small>
                </Link>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {elsewhere > 0 && (
        <p className="quiet">
          另有 {elsewhere} 个目标不在各项行动之下，见<Link to={`/programmes/${id}/targets`}>目标清单</Link>。
        </p>
      )}
    </Sheet>
  )
}
