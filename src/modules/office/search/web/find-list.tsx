import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { parseSearch } from '#ui/search-words.ts'
import type { Find, FindGroup } from '../contract.ts'

interface FindLinkProps {
  find: Find
  onOpen: (find: Find) => void
  children: ReactNode
}

/** A file leaves the program; everything else is one of its pages. */
function FindLink({ find, onOpen, children }: FindLinkProps) {
  const [path = '', query = ''] = find.to.split('?')
  const onClick = () => onOpen(find)
  if (path.startsWith('/api/'))
    return (
      <a href={find.to} download onClick={onClick}>
        {children}
      </a>
    )
  return (
    <Link to={path} search={parseSearch(query)} onClick={onClick}>
      {children}
    </Link>
  )
}

/** Finds under the heading of their kind; how many are not shown is said. */
export function FindList({ groups, onOpen }: { groups: readonly FindGroup[]; onOpen: (find: Find) => void }) {
  return (
    <div className="find-list">
      {groups.map(({ title, finds, total }) => (
        <section key={title} aria-label={title}>
          <h2>
            {title}
            {total > finds.length && <small>{`共 ${total} 条，列出最接近的 ${finds.length} 条`}</small>}
          </h2>
          <ul>
            {finds.map((find) => (
              <li key={`${find.to} ${find.title}`}>
                <FindLink find={find} onOpen={onOpen}>
                  <span className="find-title">{find.title}</span>
                  {find.note !== null && <span className="find-note">{find.note}</span>}
                </FindLink>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}
