import { Link } from '@tanstack/react-router'
import { Select } from 'antd'
import { useState } from 'react'
import { useRead, useReads } from '../client.ts'
import { type ControlProps, passed, textIn, textsIn } from '../form/control.ts'
import { nameOf, useKit } from './kit.tsx'

/** Records found at the server by their words, as choices. */
function useChoices(text: string, enabled: boolean) {
  const { registry, fixed } = useKit()
  const found = useRead(registry.operations.listRecords, { ...fixed, text, size: '20' }, { keepOld: true, enabled })
  return {
    isLooking: found.isFetching,
    options: (found.data?.records ?? []).map((record) => ({ value: record.id, label: nameOf(registry, record) })),
  }
}

/** One record of the registry or, where the type is a list, several; found by name or initials. */
export function RecordField(props: ControlProps) {
  const { field, here, value, onChange } = props
  const { registry, fixed } = useKit()
  const [text, setText] = useState('')
  const [open, setOpen] = useState(false)
  const { options, isLooking } = useChoices(text, open)
  const ids = field.many ? textsIn(value) : [textIn(value)].filter(Boolean)
  const chosen = useReads(
    registry.operations.getRecord,
    ids.map((recordId) => ({ ...fixed, recordId })),
  )
  const known = chosen.flatMap((one) => (one ? [{ value: one.id, label: nameOf(registry, one) }] : []))
  const others = options.filter((one) => one.value !== here.leftOut && !ids.includes(one.value))
  return (
    <Select
      {...passed(props)}
      mode={field.many ? 'multiple' : undefined}
      allowClear={!field.required}
      loading={isLooking}
      open={open}
      // What may be chosen belongs to its field: in the dialog or the page it is asked in.
      getPopupContainer={(field: HTMLElement) => field.parentElement ?? document.body}
      onOpenChange={setOpen}
      placeholder={here.placeholder ?? field.placeholder ?? '按名称或拼音首字母查找'}
      notFoundContent={isLooking ? '正在查找' : `没有找到${registry.noun}`}
      showSearch={{ filterOption: false, onSearch: setText, searchValue: text }}
      value={field.many ? ids : ids[0]}
      options={[...known, ...others]}
      onChange={(next: string | string[] | undefined) => onChange?.(next ?? null)}
      style={{ width: '100%' }}
    />
  )
}

/** A record as pages of others name it. */
export function RecordLink({ id, name }: { id: string; name: string }) {
  const { addressOf } = useKit()
  return <Link to={addressOf(`/${id}`)}>{name}</Link>
}
