import { z } from 'zod'

/** Codes that carry their own check: 统一社会信用代码 (GB 32100-2015) and the structure of 行政区划代码 (GB/T 2260-2007). */

/** GB 32100-2015: 31 characters, no I O S V Z. */
const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const creditWeights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]

/** GB 11714-1997: digits count as themselves, A = 10 … Z = 35. */
const organisationWeights = [3, 7, 9, 10, 5, 8, 4, 2]

const weighted = (text: string, weights: readonly number[], valueOf: (character: string) => number): number =>
  weights.reduce((sum, weight, i) => sum + weight * valueOf(text.charAt(i)), 0)

/** The 18th character for the first 17 (GB 32100-2015): `alphabet[(31 − Σ v·w mod 31) mod 31]`. */
export const creditCheckCharacter = (first17: string): string =>
  alphabet.charAt((31 - (weighted(first17, creditWeights, (c) => alphabet.indexOf(c)) % 31)) % 31)

/** The 9th character of an organisation code for its first 8 (GB 11714-1997): 10 is written X, 11 is written 0. */
export function organisationCheckCharacter(first8: string): string {
  const check = 11 - (weighted(first8, organisationWeights, (c) => Number.parseInt(c, 36)) % 11)
  return check === 10 ? 'X' : check === 11 ? '0' : String(check)
}

/** What is wrong with a credit code; `warning` does not stop anybody, because old codes with a wrong inner check are in use. */
export interface CreditCodeCheck {
  problem: string | null
  warning: string | null
}

const wrong = (problem: string): CreditCodeCheck => ({ problem, warning: null })

/**
 * Checks a 统一社会信用代码 by GB 32100-2015: 18 characters, alphabet, six digits of division, check character; the inner
 * organisation code (characters 9–17, GB 11714-1997) only warns.
 * @param code as written; letters must be capitals
 */
export function checkCreditCode(code: string): CreditCodeCheck {
  if (code.length !== 18) return wrong(`统一社会信用代码应为 18 位，现在是 ${code.length} 位，请核对后重填。`)
  const odd = [...code].find((c) => !alphabet.includes(c))
  if (odd !== undefined)
    return wrong(`统一社会信用代码中不能有“${odd}”（只用数字和除 I、O、S、V、Z 以外的大写字母），请核对。`)
  if (!/^\d{6}$/.test(code.slice(2, 8))) return wrong('统一社会信用代码第 3 至 8 位是行政区划，应全为数字，请核对。')
  if (creditCheckCharacter(code.slice(0, 17)) !== code.charAt(17))
    return wrong('统一社会信用代码的校验位不对，可能有一位写错，请对照证书核对。')
  const inner = organisationCheckCharacter(code.slice(8, 16)) === code.charAt(16)
  return { problem: null, warning: inner ? null : '统一社会信用代码内含的组织机构代码校验不符，请对照证书再看一遍。' }
}

/** A 统一社会信用代码 that passes the outer check. */
export const CreditCode = z
  .string()
  .trim()
  .toUpperCase()
  .superRefine((code, ctx) => {
    const { problem } = checkCreditCode(code)
    if (problem !== null) ctx.addIssue({ code: 'custom', message: problem })
  })

/** Six digits, GB/T 2260: province 2, prefecture 2, county 2. */
export const DivisionCode = z.string().regex(/^[1-8]\d{5}$/, '行政区划代码应为 6 位数字，首位 1 至 8。')

/**
 * Where a thing lies: a township (9 digits) or a village (12). The first six are the division, the next three tell street
 * offices 0, towns 1, townships 2–3 and what is like one 4–5 (GB/T 10114-2003), the last three the village of the statistics.
 */
export const PlaceCode = z
  .string()
  .regex(
    /^(?![1-8]\d0{4})[1-8]\d{5}(?!000)[0-5]\d{2}(?:(?!000)\d{3})?$/,
    '地点代码应为 9 位（乡镇、街道）或 12 位（村、社区）数字：前 6 位是县级行政区划，后面每 3 位不能都是 0，请核对。',
  )

export type DivisionLevel = 'province' | 'prefecture' | 'county'

/** The level a code's structure says (GB/T 2260-2007): trailing zeros mark the higher levels. */
export const divisionLevel = (code: string): DivisionLevel =>
  code.endsWith('0000') ? 'province' : code.endsWith('00') ? 'prefecture' : 'county'

/**
 * Whether a division lies in another or is the same one, by prefix; a county run by its province (429006) lies in the
 * province (420000) though no prefecture stands between.
 */
export function isWithinDivision(code: string, ancestor: string): boolean {
  const significant = { province: 2, prefecture: 4, county: 6 }[divisionLevel(ancestor)]
  return code.slice(0, significant) === ancestor.slice(0, significant)
}
