import { Link } from '@tanstack/react-router'
import { Sheet } from '#ui/page.tsx'
import type { ProgrammeView } from '../contract.ts'

const shown = 20

function Count({ programmeId, name, role, count }: { programmeId: string; name: string; role: string; count: number }) {
  if (count === 0) return <span className="quiet">无</span>
  return (
    <Link to={`/programmes/${programmeId}/tasks`} search={{ agency: name, role, group: 'none' }}>
      {count} <small>项</small>
    </Link>
  )
}

interface AgencyRowProps {
  programmeId: string
  agency: ProgrammeView['agencies'][number]
  /** Tasks of the busiest agency: the length of a full bar. */
  longest: number
}

function AgencyRow({ programmeId, agency, longest }: AgencyRowProps) {
  const { name, leads, participates } = agency
  return (
    <tr>
      <th scope="row">
        {name}
        <span className="load-bar" aria-hidden>
          <i style={{ width: `${(leads / longest) * 100}%` }} />
          <b style={{ width: `${(participates / longest) * 100}%` }} />
        </span>
      </th>
      <td>
        <Count programmeId={programmeId} name={name} role="lead" count={leads} />
      </td>
      <td>
        <Count programmeId={programmeId} name={name} role="participant" count={participates} />
      </td>
    </tr>
  )
}

/** Who carries how much: lead agencies first, the bar as long as the tasks they answer for. */
export function AgencyLoad({ programme }: { programme: ProgrammeView }) {
  const { id, agencies } = programme
  const [most] = agencies
  const longest = Math.max(1, ...agencies.map(({ leads, participates }) => leads + participates))
  const title = most && most.leads > 0 ? `牵头最多的是${most.name}，${most.leads} 项` : '各单位承担任务'
  const all = (
    <Link to={`/programmes/${id}/tasks`} search={{ group: 'agency' }}>
      全部 {agencies.length} 个单位
    </Link>
  )
  return (
    <Sheet title={title} aside={agencies.length > 0 && all}>
      {agencies.length === 0 ? (
        <p className="quiet">方案没有写明责任单位。</p>
      ) : (
        <table className="count-table">
          <thead>
            <tr>
              <th scope="col">单位</th>
              <th scope="col">牵头</th>
              <th scope="col">参与</th>
            </tr>
          </thead>
          <tbody>
            {agencies.slice(0, shown).map((agency) => (
              <AgencyRow key={agency.agencyId ?? agency.name} programmeId={id} agency={agency} longest={longest} />
            ))}
          </tbody>
        </table>
      )}
    </Sheet>
  )
}
