import { useState } from 'react'
import { ConfirmReason } from '#ui/confirm-reason.tsx'

interface ReasonDialogProps {
  title: string
  act: string
  grave?: boolean
  children: string
  /** Does it with the reason; the refusal is shown in the dialogue. */
  run: (reason: string) => Promise<unknown>
  onClose: () => void
}

/** An act with a reason that closes when it is done and shows why not when it is refused. */
export function ReasonDialog({ run, onClose, children, ...words }: ReasonDialogProps) {
  const [pending, setPending] = useState(false)
  const [error, setError] = useState<Error | null>(null)
  const confirm = async (reason: string) => {
    setPending(true)
    try {
      await run(reason)
      onClose()
    } catch (problem) {
      setError(problem instanceof Error ? problem : new Error(String(problem)))
    }
    setPending(false)
  }
  return (
    <ConfirmReason
      open
      {...words}
      pending={pending}
      error={error}
      onConfirm={(reason) => void confirm(reason)}
      onCancel={onClose}
    >
      {children}
    </ConfirmReason>
  )
}
