import { Link } from '@tanstack/react-router'
import { Checkbox } from 'antd'
import type { FormField } from '#kernel/fields.ts'
import { headOf, isReference } from '#kernel/registry/cell.ts'
import type { RecordLine, RecordPage } from '#kernel/registry/record-view.ts'
import { endWordOf, getField, type Registry } from '#kernel/registry/registry.ts'
import type { Column } from '../column.ts'
import { useAsked } from './asked.ts'
import { nameOf, useKit } from './kit.tsx'
import { ShortValue } from './value.tsx'

const widths: Readonly<Record<string, number>> = {
  day: 112,
  number: 96,
  money: 128,
  percent: 96,
  quantity: 120,
  yesno: 80,
  choice: 96,
  radio: 96,
  code: 184,
}
const figures = ['number', 'money', 'percent', 'quantity']
const unsorted = ['names', 'rows', 'files', 'group', 'long', 'choices', 'boxes', 'quantity']

export interface Pick {
  isPicked: (record: RecordLine) => boolean
  onPick: (record: RecordLine, isPicked: boolean) => void
}

/** A record by its name: picked here, opened by its link, with its end. */
export function RecordName({ record, pick }: { record: RecordLine; pick: Pick | null }) {
  const { registry, addressOf } = useKit()
  const { words } = useAsked()
  const name = nameOf(registry, record)
  return (
    <span className="record-name">
      {pick && (
        <Checkbox
          className="no-print"
          aria-label={`选择${name}`}
          checked={pick.isPicked(record)}
          onChange={({ target }) => pick.onPick(record, target.checked)}
        />
      )}
      <span>
        <Link to={addressOf(`/${record.id}`)} search={words}>
          {name}
        </Link>
        {record.endedOn && (
          <small className="quiet">
            {' '}
            {record.endedOn} {endWordOf(registry)}
          </small>
        )}
      </span>
    </span>
  )
}

const columnOf = (field: FormField, names: RecordPage['names']): Column<RecordLine> => ({
  key: field.name,
  title: headOf(field),
  render: ({ values }) => <ShortValue field={field} value={values[field.name]} names={names} />,
  ...(widths[field.kind] !== undefined && { width: widths[field.kind] }),
  ...(figures.includes(field.kind) && { align: 'right' as const }),
  ...(!unsorted.includes(field.kind) && !isReference(field) && { sortBy: 'server' as const }),
})

/** The columns of the list, the name first as a link. */
export function columnsOf(registry: Registry, names: RecordPage['names'], pick: Pick | null): Column<RecordLine>[] {
  const { key, list } = registry
  const name = columnOf(getField(registry, key), names)
  return [
    { ...name, render: (record) => <RecordName record={record} pick={pick} /> },
    ...list.filter((one) => one !== key).map((one) => columnOf(getField(registry, one), names)),
  ]
}
