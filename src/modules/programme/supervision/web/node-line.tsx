import { dayOf } from '#kernel/moment.ts'
import type { OrderPage } from '../contract.ts'
import { orderNodeTitles } from '../domain/entry.ts'

/** 立项—交办—签收—办理—反馈—复核—销号: what is done with who and when, what is ahead. */
export function NodeLine({ nodes }: Pick<OrderPage, 'nodes'>) {
  return (
    <ol className="node-line" aria-label="办理节点">
      {nodes.map(({ node, entry }) => (
        <li key={node} data-done={entry !== null}>
          <b className={entry ? undefined : 'quiet'}>{orderNodeTitles[node]}</b>
          {entry ? (
            <span>
              <small>{dayOf(entry.at)}</small>
              <small>{entry.agency ? `${entry.agency} ${entry.byName}` : entry.byName}</small>
            </span>
          ) : (
            <small>未到</small>
          )}
        </li>
      ))}
    </ol>
  )
}
