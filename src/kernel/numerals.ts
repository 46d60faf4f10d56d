/** Numbers as Chinese documents write them: 一百二十, 两, 3.5万, 1,000, 十五分之一, 百分之三十. */

const DIGITS: Readonly<Record<string, number>> = {
  〇: 0, 零: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9,
} // biome-ignore format: a list
const PLACES: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 }
const SCALES: Readonly<Record<string, number>> = { 万: 1e4, 亿: 1e8 }

const CHINESE = /^[〇零一二两三四五六七八九十百千万亿]+$/
const ARABIC = /^(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(万亿|[十百千万亿])?$/
const FRACTION = /^(.+)分之(.+)$/

/** 二〇二五 and 二零二五 are read digit by digit. */
const isDigitString = (text: string): boolean => text.length > 1 && [...text].every((c) => c in DIGITS)

const spelled = (text: string): number => Number([...text].map((c) => DIGITS[c]).join(''))

function placed(text: string): number {
  let total = 0
  let group = 0
  let digit: number | undefined
  for (const c of text) {
    const place = PLACES[c]
    const scale = SCALES[c]
    if (place !== undefined) {
      group += (digit ?? 1) * place
      digit = undefined
    } else if (scale !== undefined) {
      const whole = group + (digit ?? 0)
      total = c === '亿' ? (total + whole || 1) * scale : total + (whole || 1) * scale
      group = 0
      digit = undefined
    } else digit = DIGITS[c]
  }
  return total + group + (digit ?? 0)
}

const scaleOf = (word: string | undefined): number =>
  word === undefined ? 1 : [...word].reduce((n, c) => n * (PLACES[c] ?? SCALES[c] ?? 1), 1)

/** Most numerals are a few Arabic digits; up to fifteen a number holds exactly. */
function isPlainInteger(text: string): boolean {
  if (text.length === 0 || text.length > 15) return false
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code < 48 || code > 57) return false
  }
  return true
}

/**
 * The value of a numeral written in Arabic or Chinese digits, with or without 万 and 亿; fractions (三分之二, 百分之五)
 * give their quotient. Anything else gives undefined.
 */
export function parseNumeral(text: string): number | undefined {
  if (isPlainInteger(text)) return Number(text)
  if (text.length === 1) return DIGITS[text] ?? PLACES[text] ?? SCALES[text]
  const fraction = FRACTION.exec(text)
  if (fraction) {
    const [below, above] = [parseNumeral(fraction[1] ?? ''), parseNumeral(fraction[2] ?? '')]
    return below && above !== undefined ? above / below : undefined
  }
  const arabic = ARABIC.exec(text)
  // Rounding keeps 4.35万 from becoming 43499.999….
  if (arabic) return Number((Number((arabic[1] ?? '').replaceAll(',', '')) * scaleOf(arabic[2])).toPrecision(15))
  const point = text.indexOf('点')
  if (point > 0) {
    const whole = parseNumeral(text.slice(0, point))
    const decimals = text.slice(point + 1)
    return whole !== undefined && [...decimals].every((c) => c in DIGITS)
      ? Number(`${whole}.${spelled(decimals)}`)
      : undefined
  }
  if (!CHINESE.test(text)) return undefined
  return isDigitString(text) ? spelled(text) : placed(text)
}
