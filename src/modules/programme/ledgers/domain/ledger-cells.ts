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
