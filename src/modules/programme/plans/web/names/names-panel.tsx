import { Button } from 'antd'
import { useState } from 'react'
import type { Span } from '#kernel/span.ts'
import type { NameMatch, Problem, Settlement } from '../../contract.ts'
import { NameLine } from './name-line.tsx'
import { isUnsettled, problemOf } from './name-words.ts'
import { SettleAllDialog } from './settle-all-dialog.tsx'
import './names.css'

interface NamesPanelProps {
  names: readonly NameMatch[]
  /** Absent for those who may only read. */
  onSettle?: (settlements: Settlement[]) => Promise<unknown>
  problems: readonly Problem[]
  /** Letting a name pass as it is, with a reason, and taking that back. */
  onAccept?: (problem: Problem) => void
  onWithdraw?: (problem: Problem) => void
  /** Shows a mention in the text. */
  onGo: (at: Span) => void
  /** The name whose settling was asked for elsewhere. */
  asked?: string
}

interface GroupProps extends Omit<NamesPanelProps, 'names'> {
  title: string
  rows: readonly NameMatch[]
}

const Group = ({ title, rows, problems, ...line }: GroupProps) =>
  rows.length > 0 && (
    <section className="name-group">
      <h3>
        {title} <span className="quiet">{rows.length}</span>
      </h3>
      <ul>
        {rows.map((row) => (
          <NameLine key={row.name} row={row} problem={problemOf(row, problems)} {...line} />
        ))}
      </ul>
    </section>
  )

/** Every agency name of the plan held against the register; those nobody is sure of first. */
export function NamesPanel({ names, ...line }: NamesPanelProps) {
  const [settlingAll, setSettlingAll] = useState(false)
  const unsettled = names.filter(isUnsettled)
  const unknown = unsettled.filter(({ match }) => match.kind === 'unknown')
  const { onSettle } = line
  return (
    <div className="workbench-page">
      {unsettled.length === 0 && names.length > 0 && (
        <p className="quiet names-summary">{`${names.length} 个单位都已确认。`}</p>
      )}
      {names.length === 0 && (
        <p className="quiet">这份规划里没有识别到责任单位。可在原文中选中单位名称，点“作为单位”。</p>
      )}
      {onSettle && unknown.length > 1 && (
        <Button className="settle-all-button" onClick={() => setSettlingAll(true)}>
          {`把 ${unknown.length} 个未确认单位新增到单位名录…`}
        </Button>
      )}
      <Group title="待确认" rows={unsettled} {...line} />
      <Group title="已确认" rows={names.filter((name) => !isUnsettled(name))} {...line} />
      {settlingAll && onSettle && (
        <SettleAllDialog names={unknown} onSettle={onSettle} onClose={() => setSettlingAll(false)} />
      )}
    </div>
  )
}
