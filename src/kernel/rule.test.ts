import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { allOf, anyOf, not, type Rule, rulebook, type Truth, truthOf } from './rule.ts'

const truth = fc.constantFrom<Truth>('yes', 'no', 'unknown')

describe('three values', () => {
  test('what is neither true nor false is unknown', () => {
    expect([true, false, null, undefined].map(truthOf)).toEqual(['yes', 'no', 'unknown', 'unknown'])
  })

  test('one no settles all, one yes settles any; nothing at all is all and not any', () => {
    expect(allOf('yes', 'unknown', 'no')).toBe('no')
    expect(allOf('yes', 'unknown')).toBe('unknown')
    expect(anyOf('no', 'unknown', 'yes')).toBe('yes')
    expect(anyOf('no', 'unknown')).toBe('unknown')
    expect([allOf(), anyOf()]).toEqual(['yes', 'no'])
  })

  test('not all is any not', () =>
    fc.assert(
      fc.property(fc.array(truth), (all) => {
        expect(not(allOf(...all))).toBe(anyOf(...all.map(not)))
      }),
    ))

  test('learning more never turns a yes or a no', () =>
    fc.assert(
      fc.property(fc.array(truth), fc.array(fc.constantFrom<Truth>('yes', 'no')), (all, learnt) => {
        const later = all.map((one, i) => (one === 'unknown' ? (learnt[i] ?? one) : one))
        for (const join of [allOf, anyOf]) if (join(...all) !== 'unknown') expect(join(...later)).toBe(join(...all))
      }),
    ))
})

interface Facts {
  late: number | null
}
const row = (more: Partial<Rule<Facts, string>> = {}): Rule<Facts, string> => ({
  clause: 'late',
  when: '逾期即红',
  source: '办法第一条',
  validFrom: '2026-01-01',
  validTo: null,
  test: ({ late }) => truthOf(late === null ? null : late > 0),
  say: ({ late }) => `逾期 ${late} 天`,
  ask: () => '哪天办结？',
  ...more,
})

describe('a rulebook', () => {
  test('says what holds, asks what is not known, passes over what does not hold', () => {
    const book = rulebook([row(), row({ clause: 'silent', ask: undefined } as Partial<Rule<Facts, string>>)])
    expect(book.find({ late: 3 }, '2026-05-01').map(({ said }) => said)).toEqual(['逾期 3 天', '逾期 3 天'])
    expect(book.find({ late: 0 }, '2026-05-01')).toEqual([])
    expect(book.find({ late: null }, '2026-05-01')).toEqual([{ clause: 'late', truth: 'unknown', said: '哪天办结？' }])
  })

  test('read in order, the first that holds or asks settles it', () => {
    const book = rulebook([
      row({ clause: 'none', test: () => 'no' }),
      row(),
      row({ clause: 'rest', test: () => 'yes' }),
    ])
    const first = (late: number | null) => book.first({ late }, '2026-05-01')?.clause
    expect([first(3), first(0), first(null)]).toEqual(['late', 'rest', 'late'])
    expect(rulebook([row()]).first({ late: 0 }, '2026-05-01')).toBeUndefined()
  })

  test('judges a day by the edition of that day, a day before all by the first', () => {
    const old = row({ validTo: '2026-06-30', say: () => '旧' })
    const book = rulebook([row({ validFrom: '2026-07-01', say: () => '新' }), old])
    const said = (day: string) => book.find({ late: 1 }, day).map((one) => one.said)
    expect(['2025-12-31', '2026-06-30', '2026-07-01', '2027-01-01'].map(said)).toEqual([['旧'], ['旧'], ['新'], ['新']])
  })

  test('a clause that has ended says nothing any more', () => {
    const book = rulebook([row({ validTo: '2026-06-30' })])
    expect(book.find({ late: 1 }, '2026-06-30')).toHaveLength(1)
    expect(book.find({ late: 1 }, '2026-07-01')).toEqual([])
  })

  test.each([
    ['overlap', '2026-06-30', '2026-06-30'],
    ['leave a day out', '2026-06-30', '2026-07-02'],
    ['are never closed', null, '2026-07-01'],
  ])('editions that %s are refused', (_, validTo, validFrom) => {
    expect(() => rulebook([row({ validTo }), row({ validFrom })])).toThrow('do not join')
  })
})
