import { describe, expect, test } from 'vitest'
import { type Begun, whole } from '../domain/draft.ts'
import { isComplete, withValue } from './answers.ts'

const asked = [
  {
    targetId: 'a',
    label: '总数',
    unit: '家',
    aim: '',
    ask: 'number' as const,
    meaning: '',
    last: { value: 28, cycle: '2026-03' },
  },
]

describe('a card is done', () => {
  test.each([
    ['by one tap', { progress: 'unchanged' }, true],
    ['not before a tap', { text: '已完成选址' }, false],
    ['not by 有困难 alone', { progress: 'difficult' }, false],
    ['by 有困难 with a sentence', { progress: 'difficult', text: '缺建设用地' }, true],
    ['not by 有进展 alone', { progress: 'progressed' }, false],
    ['not by 有进展 with the same figure', { progress: 'progressed', values: [{ targetId: 'a', value: 28 }] }, false],
    ['by 有进展 with another figure', { progress: 'progressed', values: [{ targetId: 'a', value: 30 }] }, true],
    ['by 有进展 with a photo', { progress: 'progressed', fileIds: ['f'] }, true],
  ] as [string, Begun, boolean][])('%s', (_name, begun, done) => expect(isComplete(begun, { asked })).toBe(done))
})

test('无变化 takes along neither figures nor a call for coordination begun before', () => {
  const begun: Begun = { progress: 'unchanged', values: [{ targetId: 'a', value: 30 }], needsCoordination: true }
  expect(whole(begun)).toEqual({ progress: 'unchanged', text: '', needsCoordination: false, values: [], fileIds: [] })
})

test('a figure is put in once, and taken out when the field is emptied', () => {
  const once = withValue(withValue({}, 'a', 3), 'a', 4)
  expect(once.values).toEqual([{ targetId: 'a', value: 4 }])
  expect(withValue(once, 'a', null).values).toEqual([])
})
