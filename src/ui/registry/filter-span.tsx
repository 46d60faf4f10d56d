import { useRef, useState } from 'react'
import type { FormField } from '#kernel/fields.ts'
import { FieldControl } from '../form/field-control.tsx'
import { useSetUrlWords, useUrlWord } from '../url-state.ts'

/** Long enough that a figure is typed in one go. */
const pause = 500

interface SpanProps {
  word: string
  label: string
  /** What lies between the two ends: days, figures, amounts. */
  field: FormField
}

/** From one to another, kept in the address as `2024-01-01..2024-12-31`; either end may be open. */
export function FilterSpan({ word, label, field }: SpanProps) {
  const inUrl = useUrlWord(word)
  const set = useSetUrlWords()
  const [from = '', to = ''] = inUrl.split('..')
  const ask = (ends: string[]) => set({ [word]: ends.every((end) => end === '') ? '' : ends.join('..') })
  return (
    <span className="filter-span" role="group" aria-label={label}>
      <span aria-hidden>{label}</span>
      <End field={field} label={`${label}从`} value={from} onChange={(next) => ask([next, to])} />
      至
      <End field={field} label={`${label}到`} value={to} onChange={(next) => ask([from, next])} />
    </span>
  )
}

interface EndProps {
  field: FormField
  label: string
  value: string
  onChange: (next: string) => void
}

const day = /^(?:\d{4}-\d{2}-\d{2})?$/

function End({ field, label, value, onChange }: EndProps) {
  const isDay = field.kind === 'day'
  const read = (word: string) => (isDay ? word : word === '' ? null : Number(word))
  const [typed, setTyped] = useState<unknown>(read(value))
  const [seen, setSeen] = useState(value)
  const timer = useRef<number>(undefined)
  if (seen !== value) {
    setSeen(value)
    setTyped(read(value))
  }
  const isWrong = isDay && !day.test(String(typed))
  const change = (next: unknown) => {
    setTyped(next)
    window.clearTimeout(timer.current)
    const word = next === null ? '' : String(next)
    if (!isDay || day.test(word)) timer.current = window.setTimeout(() => onChange(word), isDay ? 0 : pause)
  }
  return (
    <>
      <FieldControl
        field={{ ...field, required: false, placeholder: '不限' }}
        here={{}}
        aria-label={label}
        value={typed}
        onChange={change}
      />
      {isWrong && <span role="alert">看不懂，请写成 2026-03-05</span>}
    </>
  )
}
