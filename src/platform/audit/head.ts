/** The end of one division's chain at some moment: whoever holds it can tell later whether what came before was altered. */
export interface Head {
  divisionCode: string
  sequence: number
  /** SM3, 64 hex digits. */
  hash: string
}

/** A head as a person states it: number and the beginning of the hash. */
export interface StatedHead {
  sequence: number
  hash: string
}

/**
 * Digits of the hash that are printed. 128 bits: finding another text with the same ones is out of reach, the line still fits
 * the foot of a page and can be typed.
 */
const shownDigits = 32

/** `128:9f3c-20ab-…`: number and eight groups of four hex digits; the one form heads take on paper and in files for people. */
export const formatHead = ({ sequence, hash }: StatedHead): string =>
  `${sequence}:${(hash.slice(0, shownDigits).match(/.{4}/g) ?? []).join('-')}`

/** What a reader's eye and an input method do to hex digits. */
const asTyped = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s\-‐-―−·_]/gu, '')
    .replaceAll('o', '0')
    .replaceAll(/[il|]/g, '1')

/** Reads a head as it was typed or pasted, the whole hash too; undefined when it is none or too short to prove anything. */
export function parseHead(text: string): StatedHead | undefined {
  const [, number, hash] = /^(?:第)?(\d{1,9})条?:([\da-f]+)$/u.exec(asTyped(text)) ?? []
  if (number === undefined || hash === undefined || hash.length < shownDigits || hash.length > 64) return undefined
  const sequence = Number(number)
  return sequence > 0 ? { sequence, hash } : undefined
}

/** Whether an entry with this hash stands where the head says; a head shown in part is compared as far as it goes. */
export const isSameHead = (stated: StatedHead, hash: string): boolean => hash.startsWith(stated.hash)

/** 与库中一致, 库中没有这一条, 已被改写. */
export type Comparison = 'same' | 'absent' | 'rewritten'

export const compareHead = (stated: StatedHead, hash: string | undefined): Comparison =>
  hash === undefined ? 'absent' : isSameHead(stated, hash) ? 'same' : 'rewritten'
