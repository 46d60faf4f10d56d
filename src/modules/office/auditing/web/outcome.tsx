import type { EntryView } from '../contract.ts'

export const outcomeTitles: Record<EntryView['outcome'], string> = { done: '办成', refused: '被拒绝', failed: '出错' }

const signs: Record<EntryView['outcome'], string> = { done: '●', refused: '▲', failed: '■' }

/** The outcome with a shape of its own, so that it is read without colours. */
export function Outcome({ outcome }: Pick<EntryView, 'outcome'>) {
  return (
    <span className="outcome" data-outcome={outcome}>
      <i aria-hidden>{signs[outcome]}</i> {outcomeTitles[outcome]}
    </span>
  )
}
