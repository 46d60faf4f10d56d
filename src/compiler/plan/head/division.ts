/** The place a plan is for, as far as its head names it, and the level of that place. */

/** Words that end like a place and are none: 全市, 城市, 产业园区. */
const NO_PLACE =
  /^(?:全|我|本|各|城|该|外|省|市|县|园|产业|工业|农业|高新|加快|创新|深化|优化|建设|推进|县域|打造|关于|支持|促进)/
const STEP = /([一-龥]{2,8}?(?:自治区|自治州|自治县|自治旗|特别行政区|省|市|州|地区|盟|县|区|旗))/y
/** What follows when the characters were no place after all. */
const NO_END = /^(?:场|级|域|民|政策|内|外)/
const HIGHEST = /^[一-龥]{2,3}(?:省|自治区)/

/** The chain of places a name begins with: 甲市乙区. */
function placeAt(head: string, from: number): string {
  let at = from
  for (let steps = 0; steps < 3; steps++) {
    STEP.lastIndex = at
    const step = STEP.exec(head)?.[1]
    if (!step || NO_PLACE.test(step) || (steps > 0 && step.length > 5) || NO_END.test(head.slice(at + step.length)))
      break
    at += step.length
  }
  return head.slice(from, at)
}

/** 甲市人民政府办公室 → 甲市; null when neither issuer nor title names a place. */
export function findDivision(...heads: readonly (string | null)[]): string | null {
  for (const head of heads) {
    const place = head ? placeAt(head, head.startsWith('中共') ? 2 : 0) : ''
    if (place) return place
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
