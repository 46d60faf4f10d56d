import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseNumeral } from './numerals.ts'

const spell = (n: number): string => {
  const digits = '零一二三四五六七八九'
  const [thousand, hundred, ten, one] = [
    Math.floor(n / 1000),
    Math.floor(n / 100) % 10,
    Math.floor(n / 10) % 10,
    n % 10,
  ]
  const parts = [[thousand, '千'], [hundred, '百'], [ten, '十'], [one, '']] as const // biome-ignore format: pairs
  const said = parts.map(([digit, place]) => (digit === 0 ? '零' : digits[digit] + place)).join('')
  return said.replace(/零+/g, '零').replace(/^零|零$/g, '')
}

describe('numerals', () => {
  it.each([
    ['一百二十', 120], ['两', 2], ['三十五', 35], ['十', 10], ['十五', 15], ['一千零五', 1005], ['三万五千', 35_000],
    ['一亿二千万', 120_000_000], ['二〇二五', 2025], ['0.15', 0.15], ['1,000', 1000], ['12,345.6', 12_345.6],
    ['3.5万', 35_000], ['4.35万', 43_500], ['2万亿', 2e12], ['百分之三十', 0.3], ['千分之三', 0.003], ['三分之二', 2 / 3], ['二点五', 2.5],
  ])('%s is %d', (text, value) => expect(parseNumeral(text)).toBeCloseTo(value, 10)) // biome-ignore format: pairs
  it.each(['', 'abc', '一批', '12a', '百分之', '3..5'])('%s is none', (text) =>
    expect(parseNumeral(text)).toBeUndefined(),
  )
  it('reads every whole number below ten thousand as it is spelled', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 9999 }), (n) => parseNumeral(spell(n)) === n))
  })
  it('reads every Arabic number back', () => {
    fc.assert(
      fc.property(fc.nat(), (n) => parseNumeral(String(n)) === n && parseNumeral(n.toLocaleString('en-US')) === n),
    )
  })
})
