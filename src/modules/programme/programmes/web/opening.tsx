import { Link } from '@tanstack/react-router'
import type { SentencePart } from '../domain/opening-sentence.ts'

function Part({ part, programmeId }: { part: SentencePart; programmeId: string }) {
  const { text, to } = part
  if (to === undefined) return <>{text}</>
  if ('taskId' in to) return <Link to={`/tasks/${to.taskId}`}>{text}</Link>
  return (
    <Link to={`/programmes/${programmeId}/${to.list}`} search={to.words}>
      {text}
    </Link>
  )
}

/** The sentence a programme opens with. */
export function Opening({ parts, programmeId }: { parts: readonly SentencePart[]; programmeId: string }) {
  return (
    <p className="opening">
      {parts.map((part, i) => (
        <Part key={i} part={part} programmeId={programmeId} />
      ))}
    </p>
  )
}
