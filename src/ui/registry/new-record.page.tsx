import { useNavigate } from '@tanstack/react-router'
import { useWrite } from '../client.ts'
import { Page as Screen } from '../page.tsx'
import { useKit } from './kit.tsx'
import { RecordForm } from './record-form.tsx'

/** A record entered by hand. */
export function Page() {
  const { registry, fixed, title, addressOf } = useKit()
  const navigate = useNavigate()
  const add = useWrite(registry.operations.addRecord, {
    quiet: true,
    onDone: ({ id }) => void navigate({ to: addressOf(`/${id}`), replace: true }),
  })
  return (
    <Screen title={`登记${registry.noun}`} width="reading" crumbs={[{ label: title, to: addressOf() }]}>
      <RecordForm
        act="登记"
        sending={add}
        onSubmit={(typed) => add.mutate({ ...typed, ...fixed })}
        onCancel={() => void navigate({ to: addressOf() })}
      />
    </Screen>
  )
}
