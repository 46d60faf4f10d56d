import { type ReactNode, useMemo, useState } from 'react'
import { z } from 'zod'
import { filledIn } from '#kernel/fields.ts'
import { useRead, useWrite } from '#ui/client.ts'
import { FormDialog } from '#ui/form-dialog.tsx'
import { Refused } from '#ui/refused.tsx'
import type { SchemaFormProps, Values } from '#ui/schema-form.tsx'
import { type ScheduleView, scheduleContract } from '../contract.ts'
import { ScheduleChange } from '../domain/change.ts'
import { PreviewList } from './preview-list.tsx'

interface ChangeDialogProps<S extends z.ZodObject> {
  schedule: ScheduleView
  title: string
  /** The act in one word. */
  act: string
  /** What is asked of the change, beside the reason; nothing where it is settled. */
  asked: S
  first?: Values<S>
  fields?: Exclude<SchemaFormProps<S>['fields'], (...values: never) => unknown>
  /** What of the change is settled. */
  change: { kind: ScheduleChange['kind']; stepId?: string }
  children?: ReactNode
  onClose: () => void
}

/** For changes that ask nothing. */
export const nothingAsked = z.object({})

const { reason } = scheduleContract.changeSchedule.input.shape
const Typed = z.record(z.string(), z.unknown())

/** A change of a schedule: shows what would move while it is being made, and takes it with a reason. */
export function ChangeDialog<S extends z.ZodObject>(props: ChangeDialogProps<S>) {
  const { schedule, title, act, asked, first = {}, fields, change: settled, children, onClose } = props
  const { taskId, id: revisionId } = schedule
  const schema = useMemo(() => nothingAsked.extend({ ...asked.shape, reason }), [asked])
  const [typed, setTyped] = useState<unknown>(first)
  const filled = Typed.parse(filledIn(asked, typed))
  // Tried out as soon as it is complete, long before there is a reason.
  const change = asked.safeParse(filled).success
    ? (ScheduleChange.safeParse({ ...filled, ...settled }).data ?? null)
    : null
  const input = { taskId, change: JSON.stringify(change) }
  const preview = useRead(scheduleContract.previewChange, input, { enabled: change !== null, keepOld: true })
  const save = useWrite(scheduleContract.changeSchedule, { quiet: true, onDone: onClose })
  return (
    <FormDialog
      width={640}
      title={title}
      act={act}
      schema={schema}
      first={first}
      sending={save}
      {...(fields && { fields })}
      intro={children}
      onChange={(_, all) => setTyped(all)}
      onSubmit={(given) => change && save.mutate({ taskId, revisionId, change, reason: given.reason })}
      onCancel={onClose}
    >
      {change !== null && preview.data && preview.error === null && <PreviewList preview={preview.data} />}
      {change !== null && <Refused error={preview.error} />}
    </FormDialog>
  )
}
