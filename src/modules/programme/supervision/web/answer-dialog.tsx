import { FormDialog } from '#ui/form-dialog.tsx'
import { supervisionContract } from '../contract.ts'

interface AnswerDialogProps {
  title: string
  act: string
  /** Under which files that wait for a line are found again. */
  place: string
  sending: { isPending: boolean; error: Error | null }
  onConfirm: (said: { words: string; fileIds: string[] }) => void
  onCancel: () => void
}

const schema = supervisionContract.answerOrder.input.omit({ orderId: true })

/** What was done, with photos and files as proof. */
export const AnswerDialog = ({ place, onConfirm, ...dialog }: AnswerDialogProps) => (
  <FormDialog {...dialog} schema={schema} fields={{ fileIds: { place } }} onSubmit={onConfirm} />
)
