import { FormDialog } from '#ui/form-dialog.tsx'
import { useForm } from '#ui/use-form.ts'
import { type DecisionView, meetingContract } from '../contract.ts'

interface CorrectDecisionProps {
  decision: DecisionView
  open: boolean
  onClose: () => void
}

const schema = meetingContract.correctDecision.input.omit({ decisionId: true })

/** What was read stays; what a person says instead is kept beside it. */
export function CorrectDecision({ decision, open, onClose }: CorrectDecisionProps) {
  const { id: decisionId, words, owners, dueOn } = decision
  const shown = { decisionId, words, agencyIds: owners.map(({ agencyId, name }) => agencyId ?? name), dueOn }
  const options = { quiet: true, onDone: onClose }
  const correct = useForm(meetingContract.correctDecision, open ? shown : null, options)
  const unknown = owners.filter(({ agencyId }) => agencyId === null).map(({ name }) => name)
  const note = unknown.length > 0 && `记录中写的是“${unknown.join('、')}”，名录中没有，请选定对应单位。`
  return (
    <FormDialog
      open={open}
      title="更正议定事项"
      act="保存"
      schema={schema}
      first={{ words, agencyIds: owners.flatMap(({ agencyId }) => agencyId ?? []), dueOn }}
      sending={correct}
      fields={{ agencyIds: { note } }}
      onSubmit={(fields) => correct.mutate({ decisionId, ...fields })}
      onCancel={onClose}
    />
  )
}
