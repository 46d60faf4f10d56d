import { FormDialog } from '#ui/form-dialog.tsx'
import type { PaperView } from '../contract.ts'
import { Interview } from '../domain/paper.ts'

interface RecordInterviewProps {
  paper: PaperView
  sending: { isPending: boolean; error: Error | null }
  onConfirm: (interview: Interview) => void
  onCancel: () => void
}

const schema = Interview.extend({ talk: Interview.shape.talk.trim().min(1).meta({ label: '约谈内容' }) })

/** What was said in the talk, written down after it. */
export const RecordInterview = ({ paper, onConfirm, ...dialog }: RecordInterviewProps) => (
  <FormDialog
    {...dialog}
    title={`约谈记录 ${paper.number}`}
    act="保存"
    schema={schema}
    first={paper.interview ?? { on: paper.issuedOn }}
    onSubmit={onConfirm}
  />
)
