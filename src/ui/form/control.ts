import type { ReactNode } from 'react'
import type { FormField } from '#kernel/fields.ts'
import { defineSlot, type Slot } from '../parts.tsx'

export interface Option {
  value: string
  label: string
  /** What else it is found by: short names, pinyin initials. */
  search?: string
}

/** What a form alone knows of one of its fields, over what the schema says. */
export interface FieldHere {
  label?: string
  help?: string
  placeholder?: string
  /** What may be chosen; a text becomes a choice, a list of texts several. */
  options?: readonly Option[]
  disabled?: boolean
  hidden?: boolean
  /** A word under the field: what the plan says, what was read. */
  note?: ReactNode
  /** First and last day that may be chosen. */
  from?: string
  to?: string
  /** Under which files that wait for a line are found again. */
  place?: string
  /** An id that may not be chosen: a record is not its own member. */
  leftOut?: string | undefined
  /** A control of the form's own. */
  render?: (props: ControlProps) => ReactNode
}

/** What every kind of field is given. */
export interface ControlProps {
  id?: string
  value?: unknown
  onChange?: (value: unknown) => void
  field: FormField
  here: FieldHere
  /** Says why the form has to wait; null when it need not. */
  onWait?: (sentence: string | null) => void
  /** Where no label stands beside it. */
  'aria-label'?: string
  'aria-describedby'?: string
  'aria-invalid'?: 'true'
  'aria-required'?: 'true'
}

/** Where a module puts the control for a kind of field that is its own: `kind: 'agency'`. */
export const fieldSlot = (kind: string): Slot<ControlProps> => defineSlot(`field ${kind}`)

export const textIn = (value: unknown): string => (typeof value === 'string' ? value : '')
export const textsIn = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []
export const numberIn = (value: unknown): number | null => (typeof value === 'number' ? value : null)

/** How a choice is looked through. */
export const byWords = {
  filterOption: (text: string, option?: Pick<Option, 'label' | 'search'>) =>
    `${option?.label ?? ''} ${option?.search ?? ''}`.toLowerCase().includes(text.trim().toLowerCase()),
}

/** The choices of a field: those of the form, else those of the type in the words of the schema. */
export const optionsOf = ({ options, titles }: FormField, here: FieldHere): readonly Option[] =>
  here.options ?? options.map((value) => ({ value, label: titles?.[value] ?? value }))

/** What goes on to the control of the library as it is. */
export const passed = ({
  field: _field,
  here,
  value: _value,
  onChange: _onChange,
  onWait: _onWait,
  ...rest
}: ControlProps) => ({
  ...rest,
  ...(here.disabled && { disabled: true }),
})
