import { Link } from '@tanstack/react-router'
import { Lamp } from '#ui/lamp.tsx'
import { Sheet } from '#ui/page.tsx'
import { type LampChange, lampTitles } from '../contract.ts'

/** Tasks whose lamp turned worse, red ones first, each with why. */
export function TurnList({ turns, from }: { turns: readonly LampChange[]; from: string }) {
  return (
    <Sheet title={`一周来变差 ${turns.length} 项`} aside={<span className="quiet">与 {from} 相比</span>}>
      <ul className="lamp-turns">
        {turns.map(({ taskId, title, before, after, why }) => (
          <li key={taskId}>
            <span className="lamp-turn">
              <Lamp colour={before} label={`原为${lampTitles[before]}`} />
              <span aria-hidden>→</span>
              <Lamp colour={after} label={`现为${lampTitles[after]}`} />
            </span>
            <span>
              <Link to={`/tasks/${taskId}`}>{title}</Link>
              {why[0] && <span className="quiet">　{why[0].text}</span>}
            </span>
          </li>
        ))}
      </ul>
    </Sheet>
  )
}
