import type { ReactNode } from 'react'
import { type FormField, isNothing } from '#kernel/fields.ts'
import { headOf, inWords, isReference } from '#kernel/registry/cell.ts'
import { Values } from '#kernel/registry/record-view.ts'
import { type Fact, FactList } from '../fact-list.tsx'
import { NameList } from '../name-list.tsx'
import { Parts } from '../parts.tsx'
import { valueSlot } from './kit.tsx'

interface ValueProps {
  field: FormField
  value: unknown
  /** What the ids in it are called. */
  names: Readonly<Record<string, string>>
}

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value])
export const isEmpty = (value: unknown): boolean => isNothing(value) || listOf(value).length === 0

/** Of a row within the record what it is called, which stands first. */
function shortOf(field: FormField, value: unknown): [FormField, unknown] {
  const [first] = field.kind === 'rows' ? field.fields : []
  return first ? [first, Values.safeParse(value).data?.[first.name]] : [field, value]
}

/** In one line, for a list. */
export function ShortValue({ field, value, names }: ValueProps) {
  if (isEmpty(value)) return null
  const words = listOf(value).map((one) => inWords(...shortOf(field, one), (id) => names[id] ?? id))
  if (words.length > 1 || field.kind === 'names') return <NameList names={words} unit={field.many ? '项' : ''} />
  if (field.kind === 'long') return <span className="two-lines">{words}</span>
  const [only = ''] = words
  if (only.length <= unbroken || field.kind === 'day') return <span className="no-break">{withUnit(field, only)}</span>
  return withUnit(field, only)
}

/** A word of so many characters, a month, a name, is not broken within a column. */
const unbroken = 8

const withUnit = ({ kind, unit }: FormField, words: string) => (
  <>
    {words}
    {kind === 'number' && unit && <small className="quiet"> {unit}</small>}
  </>
)

/** Whole, for the page of the record; what another module keeps is shown as that module shows it. */
function FullValue({ field, value, names }: ValueProps): ReactNode {
  if (isEmpty(value)) return null
  if (isReference(field) || field.kind === 'files')
    return (
      <span className="value-links">
        {listOf(value).map((id) => {
          const name = names[String(id)] ?? '（已查不到）'
          return <Parts key={String(id)} slot={valueSlot(field.kind)} id={String(id)} name={name} none={name} />
        })}
      </span>
    )
  if (field.kind === 'rows') return <RowsValue {...{ field, value, names }} />
  if (field.kind === 'group')
    return <FactList facts={factsOf(field.fields, Values.safeParse(value).data ?? {}, names)} />
  if (field.many || field.kind === 'long') return <span className="value-text">{inWords(field, value)}</span>
  return <ShortValue {...{ field, value, names }} />
}

function RowsValue({ field, value, names }: ValueProps) {
  return (
    <div className="value-rows">
      <table className="data-table ledger">
        <thead>
          <tr>
            {field.fields.map((one) => (
              <th key={one.name} scope="col">
                {headOf(one)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {listOf(value).map((row, i) => (
            <tr key={i}>
              {field.fields.map((one) => (
                <td key={one.name}>
                  <FullValue field={one} value={Values.safeParse(row).data?.[one.name]} names={names} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** All fields of a record with their values, in the order of the form. */
export const factsOf = (fields: readonly FormField[], values: Values, names: ValueProps['names']): Fact[] =>
  fields.map((field) => {
    const value = values[field.name]
    return { label: headOf(field), value: isEmpty(value) ? null : <FullValue {...{ field, value, names }} /> }
  })
