import { levelText } from '#kernel/level-text.ts'
import type { ReadCell } from './ledger.ts'

/** A text as it comes out of a spreadsheet again: levelled, no control or unprintable characters, no blanks at its ends. */
export const plainCell = (text: string): string =>
  levelText(text)
    .replace(/\r\n?/gu, '\n')
    .replaceAll('\u3000', ' ')
    .replace(/[^\P{C}\n]/gu, '')
    .replace(/[ \t]+$/gmu, '')
    .trim()

/** @param most characters the record holds */
export const textCell =
  (title: string, most: number) =>
  (text: string): ReadCell => {
    const plain = plainCell(text)
    if (plain.length <= most) return { text: plain }
    return { reason: `“${title}”有 ${plain.length} 个字，最多 ${most} 个字，请缩短。` }
  }

export const phoneCell = (text: string): ReadCell => {
  const plain = plainCell(text)
  if (plain === '' || /^[\d\s\-+()（）、,，;；转*]{3,40}$/u.test(plain)) return { text: plain }
  return { reason: `“联系人电话”写着“${plain}”，不是电话号码，请核对。` }
}

/** 万元 as typed → whole fen; undefined when it is no amount. */
export function fenOf(text: string): number | null | undefined {
  const plain = plainCell(text).replace(/[,，\s]|万元$/gu, '')
  if (plain === '') return null
  if (!/^\d{1,9}(\.\d{1,6})?$/u.test(plain)) return undefined
  return Math.round(Number(plain) * 1_000_000)
}

/** Whole fen as 万元 without idle zeros. */
export const tenThousands = (fen: number | null): string => (fen === null ? '' : String(fen / 1_000_000))

export const amountCell =
  (title: string) =>
  (text: string): ReadCell => {
    const fen = fenOf(text)
    if (fen !== undefined) return { text: tenThousands(fen) }
    return { reason: `“${title}”写着“${plainCell(text)}”，不是金额。请只填数字，单位为万元。` }
  }
