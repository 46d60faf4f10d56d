import { Link } from '@tanstack/react-router'
import type { Reason } from '../contract.ts'

type Ref = Reason['refs'][number]

/** Where the record behind a reason is looked at; steps and reports stand on the page of their task. */
function linkOf({ kind, id }: Ref, taskId: string | null): { to: string; label: string } | undefined {
  if (kind === 'target') return { to: `/targets/${id}`, label: '看指标' }
  if (taskId === null || kind === 'task') return undefined
  return { to: `/tasks/${taskId}`, label: kind === 'step' ? '看工期' : '看报送' }
}

export interface ReasonListProps {
  reasons: readonly Reason[]
  /** The task they speak of. */
  taskId: string | null
  /** Records of these kinds are on the same page and need no link. */
  without?: readonly Ref['kind'][]
}

/** Why a lamp is as it is, each sentence with the way to its record. */
export function ReasonList({ reasons, taskId, without = [] }: ReasonListProps) {
  return (
    <ul className="lamp-reasons">
      {reasons.map(({ code, text, refs }) => {
        const links = refs.flatMap((ref) => (without.includes(ref.kind) ? [] : (linkOf(ref, taskId) ?? [])))
        const first = links.filter(({ label }, i) => links.findIndex((other) => other.label === label) === i)
        return (
          <li key={`${code}${text}`}>
            {text}
            {first.map(({ to, label }) => (
              <Link key={label} to={to} className="lamp-ref no-print">
                {label}
              </Link>
            ))}
          </li>
        )
      })}
    </ul>
  )
}
