import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useCallback } from 'react'
import type { SearchWords } from './search-words.ts'

/** What stands in the address now, names with text or a list of text. */
export function useUrlWords(): Readonly<Record<string, string | string[] | undefined>> {
  const words: SearchWords = useSearch({ strict: false })
  return words
}

const isPlace = (name: string): boolean => /(?:^|-)page$/.test(name)

/** Another filter or order is read from its first page. */
const fromFirstPage = (old: object, patch: object): object =>
  Object.keys(patch).some(isPlace) ? old : Object.fromEntries(Object.entries(old).filter(([name]) => !isPlace(name)))

/** Changes some words of the address in place; an empty text removes its name. Back still leaves the page. */
export function useSetUrlWords(): (patch: Record<string, string | readonly string[] | undefined>) => void {
  const navigate = useNavigate()
  return useCallback(
    (patch) =>
      void navigate({
        to: '.',
        search: (old: object) => ({ ...fromFirstPage(old, patch), ...patch }),
        replace: true,
        resetScroll: false,
      }),
    [navigate],
  )
}

/** One word of the address as text. */
export function useUrlWord(name: string): string {
  const value = useUrlWords()[name]
  return Array.isArray(value) ? (value[0] ?? '') : (value ?? '')
}

/** One word of the address as a list. */
export function useUrlList(name: string): readonly string[] {
  const value = useUrlWords()[name]
  if (value === undefined || value === '') return []
  return Array.isArray(value) ? value : [value]
}

/** One part of the path: `planId` of `/plans/$planId`. */
export function usePathWord(name: string): string {
  const words: Readonly<Record<string, string | undefined>> = useParams({ strict: false })
  return words[name] ?? ''
}
