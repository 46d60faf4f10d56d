import { levelText } from './level-text.ts'

/** Money is kept in whole fen; 1 万元 is 1,000,000 of them. */
const tenThousand = 1_000_000

/**
 * An amount as typed → whole fen; null where nothing is typed, undefined when it is no amount.
 * @param unit fen in what is typed: 万元 unless said otherwise
 */
export function fenOf(text: string, unit = tenThousand): number | null | undefined {
  const plain = levelText(text)
    .normalize('NFKC')
    .replace(/[,\s]|万元$|元$/gu, '')
  if (plain === '') return null
  if (!/^\d{1,11}(?:\.\d{1,6})?$/u.test(plain)) return undefined
  return Math.round(Number(plain) * unit)
}

/** Whole fen as 万元 without idle zeros. */
export const tenThousandsOf = (fen: number | null): string => (fen === null ? '' : String(fen / tenThousand))
