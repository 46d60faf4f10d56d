import { useMemo } from 'react'
import type { RecordView } from '#kernel/registry/record-view.ts'
import { vintages, type YearSource } from '#kernel/registry/year-view.ts'
import { type Years, yearForm } from '#kernel/registry/years.ts'
import { FormDialog } from '../form-dialog.tsx'
import { useForm } from '../use-form.ts'
import { nameOf, useKit } from './kit.tsx'

/** What one vintage says of a year, as it is told. */
export type ToldYear = Pick<YearSource, 'vintage' | 'values'> & { year: number }

interface YearDialogProps {
  record: RecordView
  years: Years
  /** The one that is corrected; a further one without it. */
  told?: ToldYear | undefined
  onClose: () => void
}

/** The figures of a year, entered or corrected; what was said before stays known. */
export function YearDialog({ record, years, told, onClose }: YearDialogProps) {
  const { registry, fixed } = useKit()
  const recordId = record.id
  const whole = useMemo(() => yearForm(years), [years])
  const schema = useMemo(() => (told ? whole.omit({ year: true, vintage: true }) : whole), [whole, told])
  const named = { ...fixed, recordId }
  const shown = told ? { ...told.values, ...named, year: told.year, vintage: told.vintage } : null
  const save = useForm(years.operations.saveYear, shown, {
    quiet: true,
    titles: { vintage: vintages },
    onDone: onClose,
  })
  const name = nameOf(registry, record)
  return (
    <FormDialog
      title={told ? `${name}：${told.year} 年${vintages[told.vintage]}` : `${name}：填写一年的数据`}
      act="保存"
      schema={schema}
      first={told ? told.values : { vintage: 'annual' }}
      sending={save}
      onSubmit={(typed) => save.mutate({ ...(told && { year: told.year, vintage: told.vintage }), ...typed, ...named })}
      onCancel={onClose}
    />
  )
}
