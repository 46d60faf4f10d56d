import { type ReactNode, useMemo } from 'react'
import { z } from 'zod'
import { FormDialog } from '#ui/form-dialog.tsx'

export interface WordsDialogProps {
  title: string
  /** The act in one word, on the button. */
  act: string
  label: string
  /** Least number of characters; 0 where nothing needs to be said. */
  least?: number
  /** Asks for a day as well, beginning with this one. */
  day?: { label: string; first: string; from: string }
  grave?: boolean
  sending: { isPending: boolean; error: Error | null }
  children?: ReactNode
  onConfirm: (said: { words: string; day: string }) => void
  onCancel: () => void
}

/** An act with words and perhaps a day. */
export function WordsDialog(props: WordsDialogProps) {
  const { label, least = 0, day, children, onConfirm, ...dialog } = props
  const schema = useMemo(
    () =>
      z.object({
        day: z.iso.date().meta({ label: '日期' }),
        words: z.string().trim().min(least).max(500).meta({ label, kind: 'long' }),
      }),
    [label, least],
  )
  // Where no day is asked, the one it opens with is never seen.
  const { first = '2000-01-01', from, label: dayLabel } = day ?? {}
  return (
    <FormDialog
      {...dialog}
      schema={schema}
      first={{ day: first }}
      fields={{
        day: { hidden: !day, ...(dayLabel !== undefined && { label: dayLabel }), ...(from !== undefined && { from }) },
      }}
      intro={children}
      onSubmit={onConfirm}
    />
  )
}
