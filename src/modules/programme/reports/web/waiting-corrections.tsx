import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { formatCycle } from '#modules/programme/reporting/contract.ts'
import { useRead, useWrite } from '#ui/client.ts'
import { ConfirmReason } from '#ui/confirm-reason.tsx'
import { Sheet } from '#ui/page.tsx'
import { reportContract, type WaitingCorrection } from '../contract.ts'

interface LineProps {
  one: WaitingCorrection
  onGrant: () => void
  onRefuse: () => void
}

function Line({ one, onGrant, onRefuse }: LineProps) {
  return (
    <li className="review-card">
      <div className="review-head">
        <Link to={`/tasks/${one.taskId}`} className="review-title">
          {one.taskTitle}
        </Link>
        <span className="quiet">
          {one.agencyName} {one.askedBy} · {formatCycle(one.cycle)}
        </span>
      </div>
      <p>
        {one.label}由 <b className="figure">{one.before}</b> 更正为 <b className="figure">{one.after}</b> {one.unit}：
        {one.reason}
      </p>
      <div className="review-acts">
        <Button onClick={onRefuse}>不同意</Button>
        <Button type="primary" ghost onClick={onGrant}>
          同意
        </Button>
      </div>
    </li>
  )
}

/** Signed figures that are asked to be other ones; nothing where none is. */
export function WaitingCorrections() {
  const { data = [] } = useRead(reportContract.listWaitingCorrections, {})
  const [refused, setRefused] = useState<string | null>(null)
  const settle = useWrite(reportContract.settleCorrection, { onDone: () => setRefused(null) })
  if (data.length === 0) return null
  return (
    <Sheet title={`待同意的更正 ${data.length} 条`}>
      <ul className="review-list">
        {data.map((one) => (
          <Line
            key={one.id}
            one={one}
            onGrant={() => settle.mutate({ correctionId: one.id, granted: true, reason: null })}
            onRefuse={() => setRefused(one.id)}
          />
        ))}
      </ul>
      <ConfirmReason
        open={refused !== null}
        title="不同意更正"
        act="不同意"
        pending={settle.isPending}
        error={settle.error}
        onConfirm={(reason) => settle.mutate({ correctionId: refused ?? '', granted: false, reason })}
        onCancel={() => setRefused(null)}
      >
        申请人会收到理由，原数继续有效。
      </ConfirmReason>
    </Sheet>
  )
}
