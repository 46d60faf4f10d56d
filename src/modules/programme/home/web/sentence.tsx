import { Link } from '@tanstack/react-router'
import type { SentencePart } from '../domain/opening-sentence.ts'

function Stretch({ part: { text, to }, programmeId }: { part: SentencePart; programmeId: string }) {
  if (to === undefined) return <>{text}</>
  if ('anchor' in to) return <a href={`#${to.anchor}`}>{text}</a>
  return (
    <Link to={`/programmes/${programmeId}/${to.list}`} search={to.words}>
      {text}
    </Link>
  )
}

/** The sentence a programme opens with; every number leads to its records. */
export function Sentence({ parts, programmeId }: { parts: readonly SentencePart[]; programmeId: string }) {
  return (
    <p className="opening">
      {parts.map((part, i) => (
        <Stretch key={i} part={part} programmeId={programmeId} />
      ))}
    </p>
  )
}
