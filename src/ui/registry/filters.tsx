import { lazy, type ReactNode, Suspense } from 'react'
import type { FormField } from '#kernel/fields.ts'
import { headOf, isReference } from '#kernel/registry/cell.ts'
import { endWordOf, getField, type Registry } from '#kernel/registry/registry.ts'
import type { Filter } from '../filter-bar.tsx'

// The controls of a form, which a list does without at first sight.
const FilterOwn = lazy(async () => ({ default: (await import('./filter-own.tsx')).FilterOwn }))
const FilterSpan = lazy(async () => ({ default: (await import('./filter-span.tsx')).FilterSpan }))

const own = (word: string, control: ReactNode): Filter => ({
  kind: 'own',
  word,
  control: <Suspense fallback={<span className="filter-own" />}>{control}</Suspense>,
})

const notFilledIn = { value: '-', label: '未填写' }
const yesOrNo = [
  { value: 'true', label: '是' },
  { value: 'false', label: '否' },
]

function filterOf(field: FormField, word: string): Filter {
  const { kind, label, options, titles = {} } = field
  if (options.length > 0) {
    const named = options.map((value) => ({ value, label: titles[value] ?? value }))
    return { kind: 'many', word, label, options: field.required ? named : [...named, notFilledIn] }
  }
  if (kind === 'yesno') return { kind: 'one', word, label, options: yesOrNo }
  if (kind === 'day' || kind === 'number' || kind === 'money' || kind === 'percent')
    return own(word, <FilterSpan word={word} label={headOf(field)} field={field} />)
  if (isReference(field)) return own(word, <FilterOwn word={word} field={field} />)
  return { kind: 'text', word, placeholder: label }
}

const viewsOf = (ended: string) => [
  { value: 'without', label: '现有' },
  { value: 'with', label: `含已${ended}` },
  { value: 'only', label: `已${ended}` },
]

/** The filters of a list: words to look for, each declared field in the way of its kind, and those that have ended. */
export function filtersOf(registry: Registry, prefix: string): readonly Filter[] {
  const key = getField(registry, registry.key)
  return [
    { kind: 'text', word: `${prefix}text`, placeholder: `${key.label}或拼音首字母` },
    ...registry.filters.map((name) => filterOf(getField(registry, name), prefix + name)),
    { kind: 'view', word: `${prefix}ended`, label: '范围', options: viewsOf(endWordOf(registry)) },
  ]
}
