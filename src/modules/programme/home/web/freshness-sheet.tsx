import { Link } from '@tanstack/react-router'
import { percent } from '#kernel/figures.ts'
import { Sheet } from '#ui/page.tsx'
import type { HomeView } from '../contract.ts'

const shown = 12

function Silent({ home }: { home: HomeView }) {
  const { silent, programmeId } = home
  if (silent.length === 0) return <p className="quiet">要报送的单位都已报送。</p>
  return (
    <ul>
      {silent.slice(0, shown).map(({ agencyId, name, tasks, dueOn, overdue }) => (
        <li key={agencyId} className="todo">
          <Link to={`/programmes/${programmeId}/tasks`} search={{ agency: name, group: 'none' }}>
            {name}
          </Link>
          <span className="quiet">{tasks} 项</span>
          <time dateTime={dueOn} data-past={overdue}>
            {dueOn}
            {overdue && ' 逾期'}
          </time>
        </li>
      ))}
      {silent.length > shown && <li className="quiet">另有 {silent.length - shown} 个单位。</li>}
    </ul>
  )
}

/** How much of what had to be said was said lately, and who is silent. */
export function FreshnessSheet({ home }: { home: HomeView }) {
  const { ratio, fresh, due, stale } = home.freshness
  const rate = ratio === null ? '报送及时率：未知（还没有到报送期）' : `报送及时率 ${percent(ratio, 1)}`
  const to = `/programmes/${home.programmeId}`
  return (
    <Sheet title={<span id="unreported">{rate}</span>}>
      {ratio !== null && (
        <p className="freshness">
          <Link to={`${to}/reports`}>
            {fresh} 项已报、{due} 项待报
          </Link>
          <Link to={`${to}/lamps`} search={{ only: 'stale' }}>
            {stale} 项逾期未报
          </Link>
        </p>
      )}
      <Silent home={home} />
    </Sheet>
  )
}
