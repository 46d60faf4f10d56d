import type { UseQueryResult } from '@tanstack/react-query'
import { lazy, Suspense, useEffect, useState } from 'react'
import { useUrlList, useUrlWord } from '#ui/url-state.ts'
import { PrintButton } from './print-button.tsx'

/** More than any programme has. */
const whole = { page: '1', size: '10000' }

interface ListWords {
  /** What both lists of a programme are asked by. */
  words: {
    q: string
    agency: string[]
    action: string[]
    group: string
    sort: string
    page: string | undefined
    size: string | undefined
  }
  printing: boolean
  setPrinting: (printing: boolean) => void
}

/** The page of a list the address asks for; all of it while it is being printed. */
export function useListWords(): ListWords {
  const [printing, setPrinting] = useState(false)
  const place = { page: useUrlWord('page') || undefined, size: useUrlWord('size') || undefined }
  const words = {
    q: useUrlWord('q'),
    agency: [...useUrlList('agency')],
    action: [...useUrlList('action')],
    group: useUrlWord('group'),
    sort: useUrlWord('sort'),
    ...(printing ? whole : place),
  }
  return { words, printing, setPrinting }
}

/** What prints the list as it is filtered: all of it is fetched first, and the page comes back afterwards. */
export function usePrint<T>({ printing, setPrinting }: ListWords, page: UseQueryResult<T, Error>): () => void {
  const isThere = printing && page.data !== undefined && !page.isPlaceholderData
  useEffect(() => {
    if (!isThere) return
    window.print()
    setPrinting(false)
  }, [isThere, setPrinting])
  return () => setPrinting(true)
}

/** `12 项，共 500 项`. */
export const countOf = ({ total, all }: { total: number; all: number }, measure: string): string =>
  total === all ? `${all} ${measure}` : `${total} ${measure}，共 ${all} ${measure}`

export const ListPrint = ({ print }: { print: () => void }) => <PrintButton onPrint={print} />

const Pages = lazy(async () => ({ default: (await import('#ui/pages.tsx')).Pages }))

/** Turns the pages; a list of one page has nothing to turn. */
export function ListPages({ rows, measure }: { rows: number; measure: string }) {
  const size = Number(useUrlWord('size') || usualSize)
  if (rows <= Math.min(size, usualSize)) return null
  return (
    <Suspense>
      <Pages total={rows} usual={usualSize} measure={measure} />
    </Suspense>
  )
}

/** What most programmes have less of; the contract's own. */
const usualSize = 200
