import type { ReactNode } from 'react'
import type { ReadingNotice } from '#kernel/reading-notice.ts'

interface ReadingNoticesProps {
  notices: readonly ReadingNotice[]
  /** Further lines of the same list. */
  children?: ReactNode
}

/** More than these fold into one line that says how many. */
const most = 4

const lines = (notices: readonly ReadingNotice[]) =>
  notices.map(({ kind, message, page }) => <li key={`${kind}${page ?? ''}${message}`}>{message}</li>)

/** What reading a file could not do: above what was read, because it changes what one sees. */
export function ReadingNotices({ notices, children }: ReadingNoticesProps) {
  if (notices.length === 0 && !children) return null
  const folded = notices.length > most ? notices.slice(most - 1) : []
  return (
    <ul className="reading-notices no-print">
      {lines(folded.length > 0 ? notices.slice(0, most - 1) : notices)}
      {folded.length > 0 && (
        <li>
          <details>
            <summary>{`另有 ${folded.length} 处识读提示`}</summary>
            <ul>{lines(folded)}</ul>
          </details>
        </li>
      )}
      {children}
    </ul>
  )
}
