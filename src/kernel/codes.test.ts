import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  CreditCode,
  checkCreditCode,
  creditCheckCharacter,
  DivisionCode,
  divisionLevel,
  isWithinDivision,
  organisationCheckCharacter,
  PlaceCode,
} from './codes.ts'

const alphabet = [...'0123456789ABCDEFGHJKLMNPQRTUWXY']
const digits = (n: number) => fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: n, maxLength: n })
const letters = (n: number) => fc.string({ unit: fc.constantFrom(...alphabet), minLength: n, maxLength: n })

/** A code that passes both checks. */
const creditCode = fc.tuple(letters(2), digits(6), letters(8)).map(([head, division, body]) => {
  const first17 = head + division + body + organisationCheckCharacter(body)
  return first17 + creditCheckCharacter(first17)
})

test('worked examples of both standards agree', () => {
  expect(creditCheckCharacter('91350100M000100Y4')).toBe('3')
  expect(organisationCheckCharacter('M000100Y')).toBe('4')
  for (const code of ['91350100M000100Y43', '91421200MA00DEM14Y', '91421200MA00TE572Q', '91421200MA4DEM0100'])
    expect(checkCreditCode(code)).toEqual({ problem: null, warning: null })
})

test('every code built by the standard passes, and any one character changed does not', () =>
  fc.assert(
    fc.property(creditCode, fc.nat(17), fc.constantFrom(...alphabet), (code, at, other) => {
      expect(CreditCode.safeParse(code).success).toBe(true)
      fc.pre(code.charAt(at) !== other)
      expect(checkCreditCode(code.slice(0, at) + other + code.slice(at + 1)).problem).not.toBeNull()
    }),
  ))

test('a wrong inner organisation code warns and does not block', () => {
  const first17 = '11470326MA00DEM15'
  const { problem, warning } = checkCreditCode(first17 + creditCheckCharacter(first17))
  expect(problem).toBeNull()
  expect(warning).toContain('组织机构代码')
})

test.each([
  ['9135', '18 位'],
  ['91350100M000100Y4O', '“O”'],
  ['913501A0M000100Y43', '行政区划'],
  ['91350100M000100Y44', '校验位'],
])('%s is refused with its reason', (code, word) => expect(checkCreditCode(code).problem).toContain(word))

test('levels and containment follow the code, also for counties run by their province', () => {
  expect(['420000', '421200', '421202', '429006'].map(divisionLevel)).toEqual([
    'province',
    'prefecture',
    'county',
    'county',
  ])
  expect(isWithinDivision('429006', '420000')).toBe(true)
  expect(isWithinDivision('421202', '421200')).toBe(true)
  expect(isWithinDivision('421202', '421221')).toBe(false)
  expect(isWithinDivision('421200', '421202')).toBe(false)
  expect(DivisionCode.safeParse('091200').success).toBe(false)
})

test.each([
  ['421202103', true],
  ['421202001003', true],
  ['441900003', true],
  ['42120210', false],
  ['4212021030', false],
  ['421202000', false],
  ['421202103000', false],
  ['421202700', false],
  ['420000103', false],
  ['091202103', false],
])('%s tells a township or a village: %s', (code, isOne) => expect(PlaceCode.safeParse(code).success).toBe(isOne))
