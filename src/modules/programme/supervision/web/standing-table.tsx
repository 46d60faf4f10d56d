import { Lamp } from '#ui/lamp.tsx'
import type { CircularDraft } from '../contract.ts'

/** Who is where: the table a circular carries. */
export function StandingTable({ standings }: Pick<CircularDraft, 'standings'>) {
  return (
    // Nothing in it takes the keyboard, so its place does.
    <section className="scrolls-aside" aria-label="各单位进展" tabIndex={0}>
      <table className="circular-table">
        <caption className="unseen">各单位进展</caption>
        <thead>
          <tr>
            <th scope="col">单位</th>
            <th scope="col">承担任务</th>
            <th scope="col">
              <Lamp colour="green" label="绿灯" />
            </th>
            <th scope="col">
              <Lamp colour="yellow" label="黄灯" />
            </th>
            <th scope="col">
              <Lamp colour="red" label="红灯" />
            </th>
            <th scope="col">
              <Lamp colour="grey" label="未到期或无数据" />
            </th>
            <th scope="col">在办督办</th>
            <th scope="col">其中逾期</th>
            <th scope="col">应报未报</th>
          </tr>
        </thead>
        <tbody>
          {standings.map(({ agency, tasks, lamps, open, overdue, missed }) => (
            <tr key={agency}>
              <th scope="row">{agency}</th>
              <td>{tasks}</td>
              <td>{lamps.green}</td>
              <td>{lamps.yellow}</td>
              <td>{lamps.red}</td>
              <td>{lamps.grey}</td>
              <td>{open}</td>
              <td className={overdue > 0 ? 'late' : undefined}>{overdue}</td>
              <td>{missed}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
