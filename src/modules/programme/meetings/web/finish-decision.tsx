import { useWrite } from '#ui/client.ts'
import { FormDialog } from '#ui/form-dialog.tsx'
import { type DecisionView, meetingContract } from '../contract.ts'

interface FinishDecisionProps {
  decision: DecisionView
  open: boolean
  onClose: () => void
}

const schema = meetingContract.finishDecision.input.omit({ decisionId: true })

/** The result in a sentence, with the file or photo that proves it. */
export function FinishDecision({ decision, open, onClose }: FinishDecisionProps) {
  const { id: decisionId, words } = decision
  const finish = useWrite(meetingContract.finishDecision, { quiet: true, onDone: onClose })
  return (
    <FormDialog
      open={open}
      title="办结议定事项"
      act="办结"
      schema={schema}
      sending={finish}
      fields={{ fileIds: { place: `decision:${decisionId}` } }}
      intro={<p className="decision-words">{words}</p>}
      onSubmit={(fields) => finish.mutate({ decisionId, ...fields })}
      onCancel={onClose}
    />
  )
}
