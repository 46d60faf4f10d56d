import { DatePicker } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { type FocusEvent, useState } from 'react'
import { readDay } from '#kernel/read-day.ts'
import { type ControlProps, passed, textIn } from './control.ts'
import 'dayjs/locale/zh-cn.js'

dayjs.locale('zh-cn')

/** Shown as the first, taken in any of them while it is typed; more ways of writing are read when the field is left. */
const written = ['YYYY-MM-DD', 'YYYY-M-D', 'YYYY年M月D日', 'YYYY/M/D', 'YYYY.M.D', 'YYYYMMDD']
const iso = /^\d{4}-\d{2}-\d{2}$/

interface DayInputProps {
  /** `2026-03-05`; empty for none. */
  value: string
  onChange: (on: string) => void
  from?: string | undefined
  to?: string | undefined
  required?: boolean
  id?: string
  disabled?: boolean
  placeholder?: string | undefined
  'aria-label'?: string
}

const dayOf = (value: string): Dayjs | null => (iso.test(value) ? dayjs(value) : null)

/** A day, chosen from the calendar or typed as offices write it. What cannot be read stays as typed, for the form to say so. */
export function DayInput({ value, onChange, from, to, required = false, ...rest }: DayInputProps) {
  // The calendar goes on from the last day that was one.
  const [last, setLast] = useState(value)
  if (value !== last && (value === '' || iso.test(value))) setLast(value)
  const leave = ({ target }: FocusEvent<HTMLElement>) => {
    if (!(target instanceof HTMLInputElement)) return
    const text = target.value.trim()
    const read = text === '' ? { on: '' } : readDay(text)
    const next = 'on' in read ? read.on : text
    if (next !== value) onChange(next)
  }
  return (
    <DatePicker
      {...rest}
      className="form-day"
      format={written}
      allowClear={!required}
      preserveInvalidOnBlur
      // The calendar belongs to its field: in the dialog or the page it is asked in.
      getPopupContainer={(field) => field.parentElement ?? document.body}
      placeholder={rest.placeholder ?? '2026-03-05'}
      minDate={from ? dayjs(from) : undefined}
      maxDate={to ? dayjs(to) : undefined}
      value={dayOf(last)}
      onChange={(next) => onChange(next ? next.format('YYYY-MM-DD') : '')}
      onBlur={leave}
    />
  )
}

export function DayField(props: ControlProps) {
  const { field, here, value, onChange } = props
  const { from, to } = here
  return (
    <DayInput
      {...passed(props)}
      {...{ from, to }}
      placeholder={here.placeholder ?? field.placeholder}
      required={field.required}
      value={textIn(value)}
      onChange={(on) => onChange?.(on)}
    />
  )
}
