/** The place a plan is for, as far as its head names it, and the level of that place. */

const PLACE =
  /^(?:中共)?((?:[一-龥]{2,8}?(?:自治区|自治州|自治县|自治旗|特别行政区|省|市|州|地区|盟|县|区|旗)){1,3}?)(?=[一-龥]{0,12}(?:人民)?政府|委|办|科|教|发展|创新|关于|印发|加快|深化|优化|建设|推进|实施|促进|\d|[“《]|农|工|财|人|市场|对标|进一步|县域|高|新|“)/
const HIGHEST = /^[一-龥]{2,3}(?:省|自治区)/

/** 天门市人民政府办公室 → 天门市; null when neither issuer nor title names a place. */
export function findDivision(...heads: readonly (string | null)[]): string | null {
  for (const head of heads) {
    const place = head ? PLACE.exec(head)?.[1] : undefined
    if (place && place.length >= 3) return place
  }
  return null
}

/** Administrative level of the place. A 市 whose plan speaks to counties is a prefecture, to towns a county-level city. */
export function levelOf(division: string | null, text: string): string {
  if (division === null) return text.startsWith('国务院') ? '国家' : ''
  if (/(?:省|自治区)$/.test(division) || /^(?:北京|天津|上海|重庆)市$/.test(division)) return '省'
  if (/(?:自治州|地区|盟|州)$/.test(division)) return '地级市'
  if (division.endsWith('区')) return '区'
  if (/[县旗]$/.test(division)) return '县'
  if (HIGHEST.test(division) && !division.endsWith('市')) return '省'
  if (
    /各(?:县|区县|旗县|市县|县市区|区、县)|市县(?:两|二)级|县\(市、区\)/.test(text) &&
    !/各乡镇|镇办/.test(text.slice(0, 2000))
  )
    return '地级市'
  return /各?乡镇|镇办|街道办/.test(text) ? '县级市' : '地级市'
}
