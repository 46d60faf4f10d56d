import { Button } from 'antd'
import { useState } from 'react'
import { useWrite } from '#ui/client.ts'
import { ConfirmReason } from '#ui/confirm-reason.tsx'
import { type DecisionView, meetingContract } from '../contract.ts'
import { CorrectDecision } from './correct-decision.tsx'
import { FinishDecision } from './finish-decision.tsx'
import { SettleDecision } from './settle-decision.tsx'

type Act = 'settle' | 'correct' | 'finish' | 'reopen'

/** What may be done with a decision now; what may not is not offered. */
export function DecisionActs({ decision }: { decision: DecisionView }) {
  const [act, setAct] = useState<Act | null>(null)
  const { can, id, fate } = decision
  const close = () => setAct(null)
  const reopen = useWrite(meetingContract.reopenDecision, { quiet: true, onDone: close })
  if (!Object.values(can).some(({ allowed }) => allowed)) return null
  return (
    <div className="decision-acts no-print">
      {can.settle.allowed && (
        <Button size="small" type="primary" onClick={() => setAct('settle')}>
          落实
        </Button>
      )}
      {can.correct.allowed && (
        <Button size="small" onClick={() => setAct('correct')}>
          更正
        </Button>
      )}
      {can.finish.allowed && (
        <Button size="small" onClick={() => setAct('finish')}>
          办结
        </Button>
      )}
      {can.reopen.allowed && (
        <Button size="small" type="text" onClick={() => setAct('reopen')}>
          撤回处理
        </Button>
      )}
      <SettleDecision decision={decision} open={act === 'settle'} onClose={close} />
      <CorrectDecision decision={decision} open={act === 'correct'} onClose={close} />
      <FinishDecision decision={decision} open={act === 'finish'} onClose={close} />
      <ConfirmReason
        open={act === 'reopen'}
        title="撤回处理"
        act="撤回"
        pending={reopen.isPending}
        error={reopen.error}
        onConfirm={(reason) => reopen.mutate({ decisionId: id, reason })}
        onCancel={close}
      >
        {fate === 'joined' ? '这项议定事项将不再并入该任务，重新列为待落实。' : '这项议定事项将重新列为待落实。'}
      </ConfirmReason>
    </div>
  )
}
