import { Fragment, type ReactNode } from 'react'

export interface Fact {
  label: string
  value: ReactNode
}

/** What is known of one thing: label and value, one line each; what nobody said reads 未写明. */
export function FactList({ facts, none = '未写明' }: { facts: readonly Fact[]; none?: string }) {
  return (
    <dl className="fact-list">
      {facts.map(({ label, value }) => (
        <Fragment key={label}>
          <dt>{label}</dt>
          <dd>
            {value === null || value === undefined || value === '' ? <span className="quiet">{none}</span> : value}
          </dd>
        </Fragment>
      ))}
    </dl>
  )
}
