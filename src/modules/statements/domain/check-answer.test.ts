import { describe, expect, test } from 'vitest'
import { type AskedFigure, checkAnswer } from './check-answer.ts'
import type { Answer } from './statement.ts'

const figure = (targetId: string, more: Partial<AskedFigure> = {}): AskedFigure => ({
  targetId, label: targetId, kind: 'stock', unit: '家', last: 28,
  asking: { ask: 'number', why: null, covers: [], sumOf: [] }, ...more,
}) // biome-ignore format: two lines
const answer = (more: Partial<Answer> = {}): Answer => ({
  progress: 'unchanged', text: '', needsCoordination: false, values: [], fileIds: [], ...more,
}) // biome-ignore format: one line

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
    expect(() => checkAnswer(given, figures)).toThrow(expect.objectContaining({ code: `statements.${code}` }))
  })
})
