import { useState } from 'react'
import { readSort, type Sort } from '#kernel/sort-rows.ts'
import { useSetUrlWords, useUrlWord } from './url-state.ts'

const written = (sort: Sort | undefined): string => (sort ? (sort.down ? `-${sort.key}` : sort.key) : '')

/** The order of a table, in the address under `word` (`?sort=-dueOn`) or, without a word, with the table. */
export function useSort(word: string | undefined, first?: Sort): [Sort | undefined, (sort: Sort | undefined) => void] {
  const [own, setOwn] = useState<Sort | undefined>(first)
  const fromUrl = useUrlWord(word ?? '')
  const setUrl = useSetUrlWords()
  if (word === undefined) return [own, setOwn]
  return [readSort(fromUrl) ?? first, (sort) => setUrl({ [word]: written(sort) })]
}
