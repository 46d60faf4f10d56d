import { dayOf } from '#kernel/moment.ts'
import type { OrderPage } from '../contract.ts'
import { orderNodeTitles } from '../domain/stamp.ts'

/** 立项—交办—签收—办理—反馈—复核—销号: what is done with who and when, what is ahead. */
export function NodeLine({ nodes }: Pick<OrderPage, 'nodes'>) {
  return (
    <ol className="node-line" aria-label="办理节点">
      {nodes.map(({ node, stamp }) => (
        <li key={node} data-done={stamp !== null}>
          <b className={stamp ? undefined : 'quiet'}>{orderNodeTitles[node]}</b>
          {stamp ? (
            <span>
              <small>{dayOf(stamp.at)}</small>
              <small>{stamp.agency ? `${stamp.agency} ${stamp.byName}` : stamp.byName}</small>
            </span>
          ) : (
            <small>未到</small>
          )}
        </li>
      ))}
    </ol>
  )
}
