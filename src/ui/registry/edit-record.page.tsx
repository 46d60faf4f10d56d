import { useNavigate } from '@tanstack/react-router'
import type { RecordView } from '#kernel/registry/record-view.ts'
import { useRead } from '../client.ts'
import { useNotices } from '../notices.tsx'
import { Page as Screen } from '../page.tsx'
import { Reading } from '../reading.tsx'
import { usePathWord } from '../url-state.ts'
import { useForm } from '../use-form.ts'
import { nameOf, useKit } from './kit.tsx'
import { RecordForm } from './record-form.tsx'

function Edit({ record }: { record: RecordView }) {
  const { registry, fixed, title, addressOf } = useKit()
  const navigate = useNavigate()
  const { done } = useNotices()
  const { id, values } = record
  const name = nameOf(registry, record)
  const back = () => void navigate({ to: addressOf(`/${id}`), replace: true })
  const save = useForm(
    registry.operations.saveRecord,
    { ...values, ...fixed, recordId: id },
    {
      quiet: true,
      onDone: ({ isCurrent }) => {
        if (!isCurrent) done('已补记往日的情况；以后另有变更，现在的内容不变')
        back()
      },
    },
  )
  const crumbs = [
    { label: title, to: addressOf() },
    { label: name, to: addressOf(`/${id}`) },
  ]
  return (
    <Screen title={`修改${registry.noun}`} width="reading" crumbs={crumbs}>
      <RecordForm
        first={values}
        act="保存"
        sending={save}
        onSubmit={(typed) => save.mutate({ ...typed, ...fixed, recordId: id })}
        onCancel={back}
      />
    </Screen>
  )
}

/** What changed about a record, or what was entered wrongly. */
export function Page() {
  const { registry, fixed } = useKit()
  const recordId = usePathWord('recordId')
  const record = useRead(registry.operations.getRecord, { ...fixed, recordId })
  return <Reading of={record}>{(view) => <Edit key={view.id} record={view} />}</Reading>
}
