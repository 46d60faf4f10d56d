import { Link } from '@tanstack/react-router'

/** Where a stretch of a sentence leads: a list of the programme with words for its filters, a task, a place on the page. */
type Way = { list: string; words: Readonly<Record<string, string>> } | { taskId: string } | { anchor: string }

interface OpeningProps {
  parts: readonly { text: string; to?: Way }[]
  programmeId: string
}

function Part({ part: { text, to }, programmeId }: { part: OpeningProps['parts'][number]; programmeId: string }) {
  if (to === undefined) return <>{text}</>
  if ('anchor' in to) return <a href={`#${to.anchor}`}>{text}</a>
  if ('taskId' in to) return <Link to={`/tasks/${to.taskId}`}>{text}</Link>
  return (
    <Link to={`/programmes/${programmeId}/${to.list}`} search={to.words}>
      {text}
    </Link>
  )
}

/** The sentence a page of a programme opens with; every number leads to its records. */
export function Opening({ parts, programmeId }: OpeningProps) {
  return (
    <p className="opening">
      {parts.map((part, i) => (
        <Part key={i} part={part} programmeId={programmeId} />
      ))}
    </p>
  )
}
