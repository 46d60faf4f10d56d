import { matchesText } from '#kernel/search.ts'
import type { FindGroup } from '../contract.ts'

/** A page of the product, found in the browser, as the server knows none. */
export interface FindablePage {
  label: string
  help: string
  to: string
  /** Initials and spelling of the label: `rw renwu`. */
  sounds: string
}

const shown = 6

/** Pages by their names and by what they are for, those named so first. */
export function findPages(pages: readonly FindablePage[], text: string): readonly FindGroup[] {
  const named = pages.filter(({ label, sounds }) => matchesText(text, { words: [label], initials: sounds }))
  const about = pages.filter((page) => !named.includes(page) && matchesText(text, { words: [page.help], initials: '' }))
  const finds = [...named, ...about].map(({ label, help, to }) => ({ title: label, note: help, to }))
  return finds.length === 0 ? [] : [{ title: '页面', finds: finds.slice(0, shown), total: finds.length }]
}
