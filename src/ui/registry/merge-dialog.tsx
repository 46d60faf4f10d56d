import { useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import { z } from 'zod'
import type { RecordView } from '#kernel/registry/record-view.ts'
import { Said } from '#kernel/registry/registry.ts'
import { useWrite } from '../client.ts'
import { FormDialog } from '../form-dialog.tsx'
import { nameOf, useKit } from './kit.tsx'
import { RecordField } from './record-field.tsx'

/** Joins a record with the one that is to stand for both. */
export function MergeDialog({ record, onClose }: { record: RecordView; onClose: () => void }) {
  const { registry, fixed, addressOf } = useKit()
  const navigate = useNavigate()
  const schema = useMemo(() => z.object({ intoId: z.uuid().meta({ label: '合并到' }), ...Said.shape }), [])
  const merge = useWrite(registry.operations.mergeRecords, {
    quiet: true,
    onDone: (_, { intoId }) => void navigate({ to: addressOf(`/${String(intoId)}`) }),
  })
  return (
    <FormDialog
      title={`合并“${nameOf(registry, record)}”`}
      intro={
        <p>
          两条登记的是同一{registry.measure}
          {registry.noun}时，把这一条并入保留的那一条。并入后本条不再列出，记录仍可查。
        </p>
      }
      schema={schema}
      act="合并"
      grave
      sending={merge}
      fields={{ intoId: { leftOut: record.id, render: (props) => <RecordField {...props} /> } }}
      onSubmit={(typed) => merge.mutate({ ...typed, ...fixed, recordId: record.id })}
      onCancel={onClose}
    />
  )
}
