import { useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import type { z } from 'zod'
import { isReference } from '#kernel/registry/cell.ts'
import type { RecordView } from '#kernel/registry/record-view.ts'
import { type Registry, Said } from '#kernel/registry/registry.ts'
import { useRead, useWrite } from '../client.ts'
import type { FieldHere } from '../form/control.ts'
import { useNotices } from '../notices.tsx'
import { Page as Screen, Sheet } from '../page.tsx'
import { Reading } from '../reading.tsx'
import { SchemaForm, type SchemaFormProps } from '../schema-form.tsx'
import { stringifySearch } from '../search-words.ts'
import { usePathWord } from '../url-state.ts'
import { useForm } from '../use-form.ts'
import { useAsked } from './asked.ts'
import { nameOf, useKit } from './kit.tsx'

type FormProps = Omit<SchemaFormProps<z.ZodObject>, 'schema' | 'fields'> & {
  /** Of one that is there already. */
  name?: string
  /** The page of the record. */
  at?: string
  /** The record itself. */
  id?: string
}

/** No record may name itself. */
const leftOut = (registry: Registry, own: Readonly<Record<string, FieldHere>> = {}, id?: string) => ({
  ...own,
  ...Object.fromEntries(registry.fields.filter(isReference).map(({ name }) => [name, { ...own[name], leftOut: id }])),
})

/** All fields of a record, since when they are so, and where that stands. */
function Form({ name, at, id, ...form }: FormProps) {
  const { registry, fields, title, addressOf } = useKit()
  const navigate = useNavigate()
  const schema = useMemo(() => registry.entity.extend(Said.shape), [registry])
  const { words } = useAsked()
  const list = { label: title, to: addressOf() + stringifySearch(words) }
  const above = name && at ? [list, { label: name, to: at + stringifySearch(words) }] : [list]
  return (
    <Screen title={(name ? '修改' : '登记') + registry.noun} width="reading" crumbs={above}>
      <Sheet>
        <SchemaForm
          {...form}
          schema={schema}
          fields={(values) => leftOut(registry, typeof fields === 'function' ? fields(values) : fields, id)}
          onCancel={() => void navigate({ to: at ?? addressOf(), search: words })}
        />
      </Sheet>
    </Screen>
  )
}

function New() {
  const { registry, fixed, first, addressOf } = useKit()
  const navigate = useNavigate()
  const add = useWrite(registry.operations.addRecord, {
    quiet: true,
    onDone: ({ id }) => void navigate({ to: addressOf(`/${id}`), replace: true }),
  })
  return (
    <Form act="登记" {...(first && { first })} sending={add} onSubmit={(typed) => add.mutate({ ...typed, ...fixed })} />
  )
}

function Edit({ record }: { record: RecordView }) {
  const { registry, fixed, addressOf } = useKit()
  const navigate = useNavigate()
  const { done } = useNotices()
  const { words } = useAsked()
  const { id, values } = record
  const at = addressOf(`/${id}`)
  const shown = { ...values, ...fixed, recordId: id }
  const save = useForm(registry.operations.saveRecord, shown, {
    quiet: true,
    onDone: ({ isCurrent }) => {
      if (!isCurrent) done('已补记往日的情况；以后另有变更，现在的内容不变')
      void navigate({ to: at, search: words, replace: true })
    },
  })
  return (
    <Form
      name={nameOf(registry, record)}
      at={at}
      id={id}
      first={values}
      act="保存"
      sending={save}
      onSubmit={(typed) => save.mutate({ ...typed, ...fixed, recordId: id })}
    />
  )
}

function Stored({ recordId }: { recordId: string }) {
  const { registry, fixed } = useKit()
  const record = useRead(registry.operations.getRecord, { ...fixed, recordId })
  return <Reading of={record}>{(view) => <Edit key={view.id} record={view} />}</Reading>
}

/** A record entered by hand; what changed about one, or was entered wrongly. */
export function Page() {
  const recordId = usePathWord('recordId')
  return recordId === '' ? <New /> : <Stored recordId={recordId} />
}
