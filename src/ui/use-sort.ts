import { useState } from 'react'
import type { Sort } from './sort-rows.ts'
import { useSetUrlWords, useUrlWord } from './url-state.ts'

const written = (sort: Sort | undefined): string => (sort ? (sort.down ? `-${sort.key}` : sort.key) : '')

const read = (word: string): Sort | undefined => {
  if (word === '') return undefined
  return word.startsWith('-') ? { key: word.slice(1), down: true } : { key: word, down: false }
}

/** The order of a table, in the address under `word` (`?sort=-dueOn`) or, without a word, with the table. */
export function useSort(word: string | undefined, first?: Sort): [Sort | undefined, (sort: Sort | undefined) => void] {
  const [own, setOwn] = useState<Sort | undefined>(first)
  const fromUrl = useUrlWord(word ?? '')
  const setUrl = useSetUrlWords()
  if (word === undefined) return [own, setOwn]
  return [read(fromUrl) ?? first, (sort) => setUrl({ [word]: written(sort) })]
}
