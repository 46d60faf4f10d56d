import { describe, expect, test } from 'vitest'
import { type AskedFigure, checkAnswer } from './check-answer.ts'
import type { Answer } from './report.ts'

const figure = (targetId: string, more: Partial<AskedFigure> = {}): AskedFigure => ({
  targetId,
  label: targetId,
  kind: 'stock',
  unit: '家',
  last: 28,
  asking: { ask: 'number', why: null, covers: [], sumOf: [] },
  ...more,
})
const answer = (more: Partial<Answer> = {}): Answer => ({
  progress: 'unchanged',
  text: '',
  needsCoordination: false,
  values: [],
  fileIds: [],
  ...more,
})

describe('one tap is enough', () => {
  test('无变化 carries every figure on', () => {
    expect(checkAnswer(answer(), [figure('a'), figure('b', { last: null })])).toEqual([{ targetId: 'a', value: 28 }])
  })

  test('one figure answers all the targets that ask for it', () => {
    const asking = { ask: 'number' as const, why: null, covers: ['b'], sumOf: [] }
    const values = [{ targetId: 'a', value: 30 }]
    expect(checkAnswer(answer({ progress: 'progressed', values }), [figure('a', { asking })])).toEqual([
      { targetId: 'a', value: 30 },
      { targetId: 'b', value: 30 },
    ])
  })

  test('a total is added up from its years', () => {
    const whole = { ask: null, why: '由各年数合计，不用填', covers: [], sumOf: ['first', 'second'] }
    const figures = [
      figure('first', { last: 4 }),
      figure('second', { last: null }),
      figure('all', { asking: whole, last: 4 }),
    ]
    const values = [{ targetId: 'second', value: 3 }]
    expect(checkAnswer(answer({ progress: 'progressed', values }), figures)).toContainEqual({
      targetId: 'all',
      value: 7,
    })
  })
})

describe('taken is', () => {
  const lifted = { ...figure('a').asking }
  test.each<[string, Partial<Answer>, Partial<AskedFigure>]>([
    ['有困难 in four characters', { progress: 'difficult', text: '资金未到' }, {}],
    ['coordination with a difficulty', { progress: 'difficult', text: '资金未到', needsCoordination: true }, {}],
    ['有进展 with a sentence alone', { progress: 'progressed', text: '已签约' }, {}],
    ['有进展 with a file alone', { progress: 'progressed', fileIds: ['f'] }, {}],
    ['有进展 with the first figure', { progress: 'progressed', values: [{ targetId: 'a', value: 0 }] }, { last: null }],
    ['growth below zero', { values: [{ targetId: 'a', value: -1.5 }] }, { kind: 'growth', unit: '%' }],
    ['the whole', { values: [{ targetId: 'a', value: 100 }] }, { kind: 'ratio', unit: '%' }],
    ['a ratio that is no share', { values: [{ targetId: 'a', value: 110 }] }, { kind: 'ratio', unit: '人/万人' }],
    ['a growth of more than double', { values: [{ targetId: 'a', value: 140 }] }, { kind: 'growth', unit: '%' }],
    ['a million million', { values: [{ targetId: 'a', value: 1e12 }] }, {}],
    ['done', { values: [{ targetId: 'a', value: 1 }] }, { asking: { ...lifted, ask: 'done' } }],
    ['not done', { values: [{ targetId: 'a', value: 0 }] }, { asking: { ...lifted, ask: 'done' } }],
  ])('%s', (_name, more, asked) => expect(() => checkAnswer(answer(more), [figure('a', asked)])).not.toThrow())
})

test('a figure nobody asks for is not carried on, except as part of a total', () => {
  const notAsked = { ask: null, why: '期限已过，不再填报', covers: [], sumOf: [] }
  expect(checkAnswer(answer(), [figure('a', { asking: notAsked })])).toEqual([])
  const total = { ...notAsked, sumOf: ['a', 'b'] }
  const figures = [
    figure('all', { asking: total, last: null }),
    figure('a', { asking: notAsked, last: 4 }),
    figure('b', { last: 3 }),
  ]
  expect(checkAnswer(answer(), figures)).toEqual([
    { targetId: 'b', value: 3 },
    { targetId: 'all', value: 7 },
  ])
})

describe('a refusal says what is missing', () => {
  test.each([
    ['有困难 without a word', { progress: 'difficult' }, 'difficultyUnsaid'],
    ['有进展 without anything to show', { progress: 'progressed' }, 'progressUnsaid'],
    [
      '有进展 with the same figure',
      { progress: 'progressed', values: [{ targetId: 'a', value: 28 }] },
      'progressUnsaid',
    ],
    ['coordination without a difficulty', { needsCoordination: true }, 'coordinationUnsaid'],
    ['有困难 in three characters', { progress: 'difficult', text: '没资金' }, 'difficultyUnsaid'],
    ['a figure no county has', { values: [{ targetId: 'a', value: 2e12 }] }, 'impossibleFigure'],
    ['a figure below zero', { values: [{ targetId: 'a', value: -1 }] }, 'impossibleFigure'],
    ['a figure of a target that is not there', { values: [{ targetId: 'x', value: 1 }] }, 'targetNotFound'],
    ['a figure nobody asked for', { values: [{ targetId: 'b', value: 1 }] }, 'notAsked'],
    ['a share of more than the whole', { values: [{ targetId: 'c', value: 101 }] }, 'impossibleFigure'],
    ['neither done nor not', { values: [{ targetId: 'd', value: 2 }] }, 'impossibleFigure'],
  ] as const)('%s', (_name, more, code) => {
    const figures = [
      figure('a'),
      figure('b', { asking: { ask: null, why: '由统计部门提供', covers: [], sumOf: [] } }),
      figure('c', { kind: 'ratio', unit: '%' }),
      figure('d', { asking: { ask: 'done', why: null, covers: [], sumOf: [] } }),
    ]
    const given = { ...answer(), ...more, values: 'values' in more ? [...more.values] : [] }
    expect(() => checkAnswer(given, figures)).toThrow(
      expect.objectContaining({ code: expect.stringMatching(`\\.${code}$`) }),
    )
  })
  test('and why a figure is not asked for', () => {
    const asking = { ask: null, why: '由统计部门提供，不用填', covers: [], sumOf: [] }
    const given = answer({ values: [{ targetId: 'b', value: 1 }] })
    expect(() => checkAnswer(given, [figure('b', { label: '研发经费', asking })])).toThrow(
      '“研发经费”不需要填报：由统计部门提供，不用填。',
    )
  })
})
