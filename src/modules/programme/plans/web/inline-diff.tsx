import { diffText } from '../domain/diff-text.ts'
import './diff-view.css'

interface InlineDiffProps {
  before: string
  after: string
  /** `before` leaves out what came in, `after` what fell out; without it both stand in one line. */
  side?: 'before' | 'after'
}

/** Two wordings laid over each other by the character: what fell out struck through, what came in underlined. */
export function InlineDiff({ before, after, side }: InlineDiffProps) {
  const left = side === 'before' ? 'added' : side === 'after' ? 'dropped' : null
  const pieces = diffText(before, after).filter(({ kind }) => kind !== left)
  return (
    <span className="diff-text">
      {pieces.map(({ kind, text }, i) => {
        if (kind === 'added') return <ins key={i}>{text}</ins>
        return kind === 'dropped' ? <del key={i}>{text}</del> : <span key={i}>{text}</span>
      })}
    </span>
  )
}
