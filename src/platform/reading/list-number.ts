/** Numbers as Word writes them in generated lists (ECMA-376 Part 1, 17.18.59 ST_NumberFormat). */

const digits = [...'〇一二三四五六七八九']
const legalDigits = [...'零壹贰叁肆伍陆柒捌玖']
const stems = [...'甲乙丙丁戊己庚辛壬癸']
const branches = [...'子丑寅卯辰巳午未申酉戌亥']

const chinese = (n: number): string => {
  if (n < 10) return digits[n] ?? ''
  if (n < 20) return `十${n % 10 ? digits[n % 10] : ''}`
  if (n < 100) return `${digits[Math.floor(n / 10)]}十${n % 10 ? digits[n % 10] : ''}`
  if (n < 1000) {
    const rest = n % 100
    const tail = rest === 0 ? '' : rest < 10 ? `零${digits[rest]}` : rest < 20 ? `一${chinese(rest)}` : chinese(rest)
    return `${digits[Math.floor(n / 100)]}百${tail}`
  }
  return String(n)
}

const legal = (n: number): string => {
  if (n >= 100) return String(n)
  const tens = Math.floor(n / 10)
  return `${tens ? `${legalDigits[tens]}拾` : ''}${n % 10 || !tens ? legalDigits[n % 10] : ''}`
}

const letters = (n: number): string =>
  n < 1 ? '' : String.fromCharCode(65 + ((n - 1) % 26)).repeat(Math.floor((n - 1) / 26) + 1)

const romans: readonly [number, string][] = [
  [1000, 'M'], [900, 'CM'], [500, 'D'], [400, 'CD'], [100, 'C'], [90, 'XC'],
  [50, 'L'], [40, 'XL'], [10, 'X'], [9, 'IX'], [5, 'V'], [4, 'IV'], [1, 'I'],
] // biome-ignore format: a table

const roman = (n: number): string => {
  const step = romans.find(([value]) => value <= n)
  return step ? step[1] + roman(n - step[0]) : ''
}

const enclosed = (first: number, last: number) => (n: number) =>
  n >= 1 && n <= last ? String.fromCharCode(first + n - 1) : String(n)

const fullWidth = (n: number): string =>
  [...String(n)].map((digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join('')

const cyclic = (signs: readonly string[]) => (n: number) => (n < 1 ? '' : (signs[(n - 1) % signs.length] ?? ''))

const formats: Record<string, (n: number) => string> = {
  chineseCounting: chinese,
  chineseCountingThousand: chinese,
  taiwaneseCounting: chinese,
  taiwaneseCountingThousand: chinese,
  japaneseCounting: chinese,
  ideographDigital: (n) => [...String(n)].map((digit) => digits[Number(digit)] ?? '').join(''),
  japaneseDigitalTenThousand: (n) => [...String(n)].map((digit) => digits[Number(digit)] ?? '').join(''),
  chineseLegalSimplified: legal,
  ideographTraditional: cyclic(stems),
  ideographZodiac: cyclic(branches),
  upperLetter: letters,
  lowerLetter: (n) => letters(n).toLowerCase(),
  upperRoman: roman,
  lowerRoman: (n) => roman(n).toLowerCase(),
  decimalZero: (n) => String(n).padStart(2, '0'),
  decimalFullWidth: fullWidth,
  decimalFullWidth2: fullWidth,
  decimalEnclosedCircle: enclosed(0x2460, 20),
  decimalEnclosedCircleChinese: enclosed(0x2460, 20),
  decimalEnclosedParen: enclosed(0x2474, 20),
  decimalEnclosedFullstop: enclosed(0x2488, 20),
  ideographEnclosedCircle: enclosed(0x3280, 10),
  none: () => '',
}

/** `n` in Word's number format `format`; unknown formats fall back to decimal, as Word does. */
export const formatListNumber = (n: number, format: string): string => (formats[format] ?? String)(n)
