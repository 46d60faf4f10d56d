export interface Sort {
  key: string
  down: boolean
}

/** `title` or `-title`, as an address and a question say it; an empty one is the order rows come in. */
export const readSort = (word: string): Sort | undefined => {
  if (word === '') return undefined
  return word.startsWith('-') ? { key: word.slice(1), down: true } : { key: word, down: false }
}

const collator = new Intl.Collator('zh-Hans-CN', { numeric: true })

function compare(a: string | number, b: string | number): number {
  return typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b))
}

/** A sorted copy: Chinese by pinyin, figures inside words by value, what is missing last in both directions. */
export function sortRows<R>(
  rows: readonly R[],
  by: ((row: R) => string | number | null) | undefined,
  down: boolean,
): readonly R[] {
  if (!by) return rows
  return [...rows].sort((left, right) => {
    const [a, b] = [by(left), by(right)]
    const [noA, noB] = [a === null || a === '', b === null || b === '']
    if (noA || noB) return Number(noA) - Number(noB)
    return down ? compare(b ?? '', a ?? '') : compare(a ?? '', b ?? '')
  })
}
