import { type ReactNode, useMemo } from 'react'
import { z } from 'zod'
import { FormDialog } from './form-dialog.tsx'

interface ConfirmReasonProps {
  open: boolean
  /** “作废这份草稿” */
  title: string
  /** What will happen, in one sentence. */
  children?: ReactNode
  /** The act in one word, on the button: 作废 接受 退回. */
  act: string
  /** Red button: what is done cannot be undone. */
  grave?: boolean
  /** Least number of characters of a reason that says something. */
  least?: number
  pending?: boolean
  /** The server's refusal of the last try. */
  error?: Error | null
  onConfirm: (reason: string) => void
  onCancel: () => void
}

const words = { label: '理由', placeholder: '写明依据，会记入审计日志', kind: 'long' }

/** An act that must be explained: the reason is kept in the audit trail. */
export function ConfirmReason({ children, least = 4, pending = false, error = null, ...rest }: ConfirmReasonProps) {
  const { onConfirm, ...dialog } = rest
  const schema = useMemo(() => z.object({ reason: z.string().trim().min(least).max(200).meta(words) }), [least])
  return (
    <FormDialog
      {...dialog}
      schema={schema}
      sending={{ isPending: pending, error }}
      intro={children && <p>{children}</p>}
      onSubmit={({ reason }) => onConfirm(reason)}
    />
  )
}
