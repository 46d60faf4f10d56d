import { Link } from '@tanstack/react-router'
import { Sheet } from '#ui/page.tsx'
import type { NamedVerdict } from '../contract.ts'
import { ReasonList } from './reason-list.tsx'

/** Green lamps somebody should look at, and why. */
export function DoubtList({ tasks }: { tasks: readonly NamedVerdict[] }) {
  const doubted = tasks.filter(({ doubts }) => doubts.length > 0)
  if (doubted.length === 0) return null
  return (
    <Sheet title={`绿灯待核实 ${doubted.length} 项`} aside={<span className="quiet">灯色不变，请核实后再采信</span>}>
      <ul className="lamp-doubts">
        {doubted.map(({ taskId, number, title, doubts }) => (
          <li key={taskId}>
            <Link to={`/tasks/${taskId}`}>
              {number} {title}
            </Link>
            <ReasonList reasons={doubts} taskId={taskId} />
          </li>
        ))}
      </ul>
    </Sheet>
  )
}
