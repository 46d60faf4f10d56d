import type { ReactNode } from 'react'

interface QuoteProps {
  children: ReactNode
  /** Where the words stand: title, number, paragraph. */
  source?: ReactNode
}

/** Words of a document, set in the document's own face. */
export function Quote({ children, source }: QuoteProps) {
  return (
    <figure className="quote">
      <blockquote>{children}</blockquote>
      {source && <figcaption>{source}</figcaption>}
    </figure>
  )
}
