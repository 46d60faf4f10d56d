import { Link } from '@tanstack/react-router'
import { minuteOf } from '#kernel/moment.ts'
import { sayGround } from '#modules/programme/plans/contract.ts'
import { Sheet } from '#ui/page.tsx'
import type { ProgrammeView } from '../contract.ts'

/** Every issue of the plan this programme has run from, newest first. */
export function VersionList({ programme }: { programme: ProgrammeView }) {
  const { id, versions } = programme
  return (
    <Sheet title="版本">
      <ol className="versions">
        {versions.map(({ version, planId, number, publishedAt, publishedBy, ground }) => (
          <li key={version}>
            <p>
              <Link to={`/plans/${planId}`}>第 {version} 版</Link>{' '}
              {ground ? sayGround(ground) : (number ?? <span className="quiet">文号未写明</span>)}
            </p>
            <span className="quiet">
              {publishedBy} {minuteOf(publishedAt)} {ground ? '更正' : '发布'}
            </span>
            {version > 1 && (
              <Link to={`/programmes/${id}/versions`} search={{ version: String(version) }}>
                与第 {version - 1} 版比较
              </Link>
            )}
          </li>
        ))}
      </ol>
    </Sheet>
  )
}
