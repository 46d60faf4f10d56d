import { Link } from '@tanstack/react-router'
import { Sheet } from '#ui/page.tsx'
import type { HomeView } from '../contract.ts'

const shown = 6

/** Green lamps that rest on little: old evidence, figures that never move, jumps on the last day. */
export function DoubtList({ home }: { home: HomeView }) {
  const { doubts, programmeId } = home
  if (doubts.length === 0) return null
  const all = (
    <Link to={`/programmes/${programmeId}/lamps`} search={{ only: 'doubt' }}>
      全部 {doubts.length} 项
    </Link>
  )
  return (
    <Sheet title={`${doubts.length} 项绿灯存疑（假绿）`} aside={doubts.length > shown && all}>
      <ul>
        {doubts.slice(0, shown).map(({ taskId, title, reasons }) => (
          <li key={taskId} className="doubt">
            <Link to={`/tasks/${taskId}`}>{title}</Link>
            <p className="quiet">{reasons.join('；')}</p>
          </li>
        ))}
      </ul>
    </Sheet>
  )
}
