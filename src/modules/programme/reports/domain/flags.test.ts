import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type FlaggedTarget, flagReport, type Said } from './flags.ts'

const target = (more: Partial<FlaggedTarget> = {}): FlaggedTarget => ({
  id: 'a',
  label: '高企总数',
  unit: '家',
  kind: 'stock',
  op: '>=',
  value: 42,
  asked: true,
  ...more,
})
const said = (more: Partial<Said> = {}, value?: number): Said => ({
  progress: 'progressed',
  text: '新认定两家',
  evidence: 1,
  cycle: '2026-04',
  values: value === undefined ? [] : [{ targetId: 'a', value }],
  ...more,
})
const codes = (now: Said, before: Said | null, targets = [target()]) =>
  flagReport(now, { before, targets }).map(({ code }) => code)

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

  test('of three times the last figure and of a third of it, not of anything between', () => {
    const before = said({ cycle: '2026-03', text: '' }, 30)
    const ratio = [target({ kind: 'ratio', value: null })]
    const jumps = [90, 89, 11, 10, 0, -1].map((value) => codes(said({}, value), before, ratio).includes('jump'))
    expect(jumps).toEqual([true, false, false, true, true, false])
    expect(codes(said({}, 5), said({ cycle: '2026-03', text: '' }, 0), ratio)).toEqual([])
  })

  test('of twice the target only where the target is a floor', () => {
    const far = (op: FlaggedTarget['op'], value: number, aim = 42) =>
      codes(said({}, value), null, [target({ op, value: aim })])
    expect([far('>', 85), far('>=', 84), far('<=', 85), far('=', 85)]).toEqual([['beyond'], [], [], []])
    expect(far('>=', 5, 0)).toEqual([])
  })

  test('of a finish that meets a floor exactly only when the plan wants more', () => {
    const finished = (op: FlaggedTarget['op'], value: number) =>
      codes(said({ progress: 'finished' }, value), null, [target({ op })]).includes('finishedShort')
    expect([finished('>', 42), finished('>=', 42), finished('=', 42), finished('=', 41)]).toEqual([
      true,
      false,
      false,
      true,
    ])
    expect([finished('>', 43), finished('<=', 30)]).toEqual([false, false])
  })

  test('of a sum that shrinks, and that it should not; of a rate that falls not', () => {
    const fall = (kind: FlaggedTarget['kind']) =>
      flagReport(said({}, 25), { before: said({ cycle: '2026-03', text: '' }, 28), targets: [target({ kind })] })
    expect(fall('amount').map(({ text }) => text)).toEqual([
      '“高企总数”比上次少：上次 28 家，这次 25 家，累计数不应减少',
    ])
    expect(fall('ratio')).toEqual([])
  })

  test('of a figure left out of a finish, not of one left out of 无变化 or 有困难, nor of one nobody asked for', () => {
    const missing = (progress: Said['progress'], asked = true) =>
      codes(said({ progress }), null, [target({ asked })]).includes('missing')
    expect([missing('finished'), missing('unchanged'), missing('difficult')]).toEqual([true, false, false])
    expect(missing('progressed', false)).toBe(false)
  })

  test('of copied words only where they are a sentence, and where something is said to have happened', () => {
    const again = (text: string, progress: Said['progress'] = 'progressed') =>
      codes(said({ text, progress }, 30), said({ text, cycle: '2026-03' }, 30)).includes('sameWords')
    expect([again('正在推进各项工'), again('正在推进各项工作'), again('正在推进各项工作', 'unchanged')]).toEqual([
      false,
      true,
      false,
    ])
  })

  test('with the times and the unit as people write them', () => {
    const [flag] = flagReport(said({}, 95.5), { before: null, targets: [target({ unit: '%', value: 42 })] })
    expect(flag?.text).toBe('“高企总数”为 95.5%，是目标 42% 的 2.3 倍，请核对口径和单位')
  })

  test('of words copied from last time', () => {
    const words = { text: '正在有序推进各项工作' }
    expect(codes(said(words, 30), said({ ...words, cycle: '2026-03' }, 30))).toContain('sameWords')
  })

  test('with the figures', () => {
    const [flag] = flagReport(said({}, 25), {
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
