import { Button, Segmented } from 'antd'
import { lazy, type ReactNode, Suspense, useState } from 'react'
import { FilterText } from './filter-text.tsx'
import { useIsPhone } from './phone.ts'
import { useSetUrlWords, useUrlWord, useUrlWords } from './url-state.ts'

interface Option {
  value: string
  label: string
}

export type Filter =
  | { kind: 'text'; word: string; placeholder: string }
  | { kind: 'many'; word: string; label: string; options: readonly Option[] }
  | { kind: 'one'; word: string; label: string; options: readonly Option[] }
  /** A control of the list's own, which keeps its word in the address itself. */
  | { kind: 'own'; word: string; control: ReactNode }
  /** Always one of them; the first is what an empty address means. */
  | { kind: 'view'; word: string; label: string; options: readonly Option[] }

interface FilterBarProps {
  filters: readonly Filter[]
  /** “26 项任务” */
  count?: ReactNode
  aside?: ReactNode
  /** What is looked through, where a page has several lists. */
  label?: string
}

function View({ word, label, options }: Extract<Filter, { kind: 'view' }>) {
  const first = options[0]?.value ?? ''
  const value = useUrlWord(word)
  const set = useSetUrlWords()
  return (
    <Segmented
      aria-label={label}
      value={value === '' ? first : value}
      options={[...options]}
      onChange={(next) => set({ [word]: next === first ? '' : next })}
    />
  )
}

/** The list is drawn before its choices are there; a phone, where they are folded away, does not load them. */
const Choice = lazy(async () => ({ default: (await import('./filter-choice.tsx')).FilterChoice }))

function Control(filter: Filter) {
  if (filter.kind === 'text') return <FilterText {...filter} />
  if (filter.kind === 'own') return filter.control
  if (filter.kind === 'view') return <View {...filter} />
  const waiting = <span className={`filter-waiting filter-${filter.kind}`}>{filter.label}</span>
  return (
    <Suspense fallback={waiting}>
      <Choice {...filter} />
    </Suspense>
  )
}

/** Filters whose state is the address: a filtered list can be sent to a colleague, and back works. */
export function FilterBar({ filters, count, aside, label }: FilterBarProps) {
  const words = useUrlWords()
  const set = useSetUrlWords()
  const phone = useIsPhone()
  const narrowing = filters.filter((f) => f.kind !== 'view' && words[f.word] !== undefined && words[f.word] !== '')
  const clear = () => set(Object.fromEntries(narrowing.map((f) => [f.word, undefined])))
  const [open, setOpen] = useState(false)
  const folds = phone && filters.length > 2
  const shown = folds && !open ? filters.filter((f, i) => f.kind === 'text' && i === 0) : filters
  const hidden = narrowing.filter((f) => !shown.includes(f)).length
  return (
    <div className="filter-bar no-print" role="search" aria-label={label} data-phone={phone}>
      {shown.map((filter) => (
        <Control key={filter.word} {...filter} />
      ))}
      {folds && (
        <Button size="small" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? '收起筛选' : hidden > 0 ? `更多筛选（${hidden}）` : '更多筛选'}
        </Button>
      )}
      {narrowing.length > 0 && (
        <Button type="link" size="small" onClick={clear}>
          清除筛选
        </Button>
      )}
      {count && (
        <span className="quiet" role="status">
          {count}
        </span>
      )}
      {aside && <div className="filter-aside">{aside}</div>}
    </div>
  )
}
