import { useMutation } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { type CompiledPlan, Period, TargetKind } from '#compiler/compiled-plan.ts'
import { filledIn } from '#kernel/fields.ts'
import { FormDialog } from '#ui/form-dialog.tsx'
import { Quote } from '#ui/quote.tsx'
import { Correction, correctionTitles } from '../../domain/corrections/correction.ts'
import { accrualOfKind } from '../../domain/target/meaning.ts'
import { correctionFormOf } from './correction-form.ts'
import { type Draft, draftOf } from './draft.ts'
import type { Editing } from './editing.ts'

interface CorrectionDialogProps {
  plan: CompiledPlan
  editing: Editing
  /** Resolves when it is kept; its refusal is shown here. */
  onCorrect: (correction: Correction) => Promise<unknown>
  onClose: () => void
}

/** The words of the document the correction is about. */
function sourceOf(plan: CompiledPlan, editing: Editing): string {
  if ('at' in editing && editing.words !== '') return plan.source.text.slice(...editing.at)
  if (editing.kind === 'changeTarget') return editing.target.clause.text
  if (editing.kind === 'addTask') return ''
  return editing.task?.text.slice(0, 200) ?? ''
}

/** Left as they were, these are no correction; the others add something even when the first proposal is taken. */
const changesWhatStands: ReadonlySet<Draft['kind']> = new Set([
  'retitleTask',
  'changeDue',
  'renameAgency',
  'changeTarget',
])

/** What follows from a field that was filled in: a day of its own says it all, and another kind adds up in its own way. */
function followed({ kind }: Draft, changed: object, all: object): object | undefined {
  if (kind === 'changeDue') return 'on' in changed && changed.on ? { text: '' } : undefined
  const read = 'kind' in changed ? TargetKind.safeParse(changed.kind) : undefined
  const period = Period.safeParse({ start: 'start' in all && all.start, end: 'end' in all && all.end })
  return read?.success ? { accrual: accrualOfKind({ kind: read.data, period: period.data ?? null }) } : undefined
}

/** Asks for what a correction needs, beside the words it is about. */
export function CorrectionDialog({ plan, editing, onCorrect, onClose }: CorrectionDialogProps) {
  const [draft] = useState<Draft>(() => draftOf(plan, editing))
  const { schema, first, fields, take } = useMemo(() => correctionFormOf(plan, draft), [plan, draft])
  const keep = useMutation({
    mutationFn: async (correction: object) => onCorrect(Correction.parse(correction)),
    meta: { quiet: true },
    onSuccess: onClose,
  })
  const source = sourceOf(plan, editing)
  return (
    <FormDialog
      title={correctionTitles[editing.kind]}
      act="保存更正"
      schema={schema}
      first={first}
      fields={fields}
      sending={keep}
      intro={source !== '' && <Quote>{source}</Quote>}
      onChange={(changed, all) => followed(draft, changed, all)}
      onSubmit={(values) => {
        const isAsItWas = JSON.stringify(filledIn(schema, first)) === JSON.stringify(values)
        return changesWhatStands.has(draft.kind) && isAsItWas ? onClose() : keep.mutate(take(values))
      }}
      onCancel={onClose}
    />
  )
}
