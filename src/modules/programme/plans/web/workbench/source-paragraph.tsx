import { memo } from 'react'
import { type Mark, markLetters } from '../../domain/workbench/mark.ts'
import { isSameParagraph, type Paragraph } from '../../domain/workbench/paragraphs.ts'
import type { Segment } from '../../domain/workbench/segment-text.ts'

/** Characters of a line and pixels of a line in `source-text.css`; only for guessing the height of what is not drawn yet. */
const measure = 38
const lineHeight = 30

interface SourceParagraphProps {
  text: string
  paragraph: Paragraph
  /** The selected item when it stands here; paragraphs without it are not drawn again. */
  selected: string | null
}

const severityOf = (marks: readonly Mark[]) => marks.find((mark) => mark.severity !== undefined)?.severity

function Letters({ segment }: { segment: Segment }) {
  const beginning = segment.marks.filter((mark) => mark.lettered && mark.span[0] === segment.start)
  return beginning.map(({ kind, item }) => (
    <i key={`${kind}${item}`} className={`margin-letter letter-${kind}`} data-letter={markLetters[kind]} aria-hidden />
  ))
}

function Words({ text, segment, selected }: { text: string; segment: Segment; selected: string | null }) {
  const words = text.slice(segment.start, segment.end)
  const { marks } = segment
  if (marks.length === 0) return <span data-start={segment.start}>{words}</span>
  const items = [...new Set(marks.map((mark) => mark.item))]
  const kinds = [...new Set(marks.map((mark) => `mark-${mark.kind}`))].join(' ')
  return (
    <>
      <Letters segment={segment} />
      <span
        className={`mark ${kinds}`}
        data-start={segment.start}
        data-items={items.join(' ')}
        data-severity={severityOf(marks)}
        data-selected={selected !== null && items.includes(selected)}
      >
        {words}
      </span>
    </>
  )
}

const isSame = (a: SourceParagraphProps, b: SourceParagraphProps): boolean =>
  a.selected === b.selected && a.text === b.text && isSameParagraph(a.paragraph, b.paragraph)

/** One line of the source, drawn again only when something in it changed. */
export const SourceParagraph = memo(function SourceParagraph({ text, paragraph, selected }: SourceParagraphProps) {
  if (paragraph.length === 0) return <p className="source-blank">{'\n'}</p>
  const height = Math.ceil(paragraph.length / measure) * lineHeight
  return (
    <p className="source-paragraph" style={{ '--guess': `${height}px` }}>
      {paragraph.segments.map((segment) => (
        <Words key={segment.start} text={text} segment={segment} selected={selected} />
      ))}
    </p>
  )
}, isSame)
