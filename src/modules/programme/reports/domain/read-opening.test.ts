import { expect, test } from 'vitest'
import { readFigure, readState } from './read-opening.ts'

test.each([
  ['已完成', 'finished'],
  ['完成', 'finished'],
  ['√', 'finished'],
  ['100%', 'finished'],
  ['完成率100%', 'finished'],
  ['已于2026年12月建成投用', 'finished'],
  ['全部办结。', 'finished'],
  ['完成80%', 'under_way'],
  ['完成进度 ８０％', 'under_way'],
  ['正在推进', 'under_way'],
  ['基本完成', 'under_way'],
  ['预计年底前完成', 'under_way'],
  ['未完成', 'under_way'],
  ['尚未完成验收', 'under_way'],
  ['有序推进', 'under_way'],
  ['未启动', 'not_started'],
  ['尚未开展', 'not_started'],
  ['不清楚', 'unclear'],
  ['建成服务站3个', undefined],
  ['已建成服务站3个', undefined],
  ['已完成选址，正在招标', 'under_way'],
  ['见附件', undefined],
] as const)('%s', (words, state) => {
  expect(readState(words)).toBe(state)
})

test.each([
  ['80', '家', { value: 80 }],
  ['1,200家', '家', { value: 1200 }],
  ['约３家', '家', { value: 3 }],
  ['三家', '家', { value: 3 }],
  ['50000亩', '万亩', { value: 5 }],
  ['80%', '%', { value: 80 }],
] as const)('%s of %s', (words, unit, read) => {
  expect(readFigure(words, { unit, ask: 'number' })).toEqual(read)
})

test('a figure of another kind, and words without one, are told; what is done is yes or no', () => {
  expect(readFigure('80%', { unit: '家', ask: 'number' })).toMatchObject({ problem: expect.stringContaining('对不上') })
  expect(readFigure('较多', { unit: '家', ask: 'number' })).toMatchObject({
    problem: expect.stringContaining('看不出'),
  })
  expect(readFigure('是', { unit: '', ask: 'done' })).toEqual({ value: 1 })
  expect(readFigure('未做到', { unit: '', ask: 'done' })).toEqual({ value: 0 })
})
