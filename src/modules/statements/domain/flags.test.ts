import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type FlaggedTarget, flagStatement, type Said } from './flags.ts'

const target = (more: Partial<FlaggedTarget> = {}): FlaggedTarget => ({
  id: 'a', label: '高企总数', unit: '家', kind: 'stock', op: '>=', value: 42, asked: true, ...more,
}) // biome-ignore format: one line
const said = (more: Partial<Said> = {}, value?: number): Said => ({
  progress: 'progressed', text: '新认定两家', evidence: 1, cycle: '2026-04',
  values: value === undefined ? [] : [{ targetId: 'a', value }], ...more,
}) // biome-ignore format: two lines
const codes = (now: Said, before: Said | null, targets = [target()]) =>
  flagStatement(now, { before, targets }).map(({ code }) => code)

describe('a reviewer is told', () => {
  test('of nothing when nothing is striking', () => {
    expect(codes(said({}, 30), said({ cycle: '2026-03', text: '' }, 28))).toEqual([])
  })

  test.each([
    ['a total that falls', said({}, 25), said({ cycle: '2026-03' }, 28), {}, 'fall'],
    ['a figure three times the last', said({}, 84), said({ cycle: '2026-03' }, 28), { value: 100 }, 'jump'],
    ['a figure far beyond the target', said({}, 4200), null, {}, 'beyond'],
    [
      'a figure changed while nothing changed',
      said({ progress: 'unchanged' }, 30),
      said({}, 28),
      {},
      'changedUnchanged',
    ],
    ['finished, and short of the target', said({ progress: 'finished' }, 30), null, {}, 'finishedShort'],
    [
      'finished, and not done',
      said({ progress: 'finished' }, 0),
      null,
      { value: null, kind: 'milestone' },
      'finishedShort',
    ],
    ['a finish without proof', said({ progress: 'finished', evidence: 0 }, 42), null, {}, 'noEvidence'],
    ['progress without the figure', said(), null, {}, 'missing'],
  ] as const)('of %s', (_name, now, before, more, code) => expect(codes(now, before, [target(more)])).toContain(code))

  test('of words copied from last time', () => {
    const words = { text: '正在有序推进各项工作' }
    expect(codes(said(words, 30), said({ ...words, cycle: '2026-03' }, 30))).toContain('sameWords')
  })

  test('with the figures', () => {
    const [flag] = flagStatement(said({}, 25), {
      before: said({ cycle: '2026-03', text: '' }, 28),
      targets: [target()],
    })
    expect(flag?.text).toBe('“高企总数”比上次少：上次 28 家，这次 25 家')
  })
})

test('a count of the year begins again in January', () => {
  const perYear = [target({ kind: 'new_per_year' })]
  expect(codes(said({ cycle: '2027-01' }, 3), said({ cycle: '2026-12', text: '' }, 30), perYear)).toEqual([])
  expect(codes(said({ cycle: '2026-12' }, 3), said({ cycle: '2026-11', text: '' }, 30), perYear)).toContain('fall')
})

test('saying the same again with proof is never striking', () =>
  fc.assert(
    fc.property(
      fc.double({ min: 0.1, max: 84, noNaN: true }),
      fc.constantFrom('stock', 'ratio', 'amount'),
      (value, kind) => {
        const again = said({ text: '' }, value)
        expect(codes(again, again, [target({ kind })])).toEqual([])
      },
    ),
  ))
