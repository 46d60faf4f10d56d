import { describe, expect, test } from 'vitest'
import { compareLamps } from './compare-lamps.ts'
import { listVerdictsMatching } from './filter-verdicts.ts'
import type { Lamp } from './lamp.ts'
import { lampSentence } from './lamp-sentence.ts'
import type { NamedVerdict, Reason } from './verdict.ts'

const reason = (code: string): Reason => ({ code, text: code, refs: [], saidBy: [] })
const aVerdict = (taskId: string, summary: Lamp, more: Partial<NamedVerdict> = {}): NamedVerdict => ({
  taskId,
  summary,
  schedule: { lamp: summary, reasons: [reason('schedule')] },
  value: null,
  freshness: { state: 'fresh', reasons: [] },
  sinceOn: null,
  doubts: [],
  targets: [],
  number: taskId,
  title: `任务${taskId}`,
  leads: ['县科技局'],
  ...more,
})

describe('what turned', () => {
  const before = new Map<string, Lamp>([
    ['up', 'red'], ['out', 'green'], ['yellow', 'green'], ['red', 'green'], ['same', 'red'], ['lit', 'grey'],
  ]) // biome-ignore format: a table

  test('worse comes first, red before yellow, then what turned better, then what went out', () => {
    const after = [
      aVerdict('out', 'grey'),
      aVerdict('up', 'yellow'),
      aVerdict('yellow', 'yellow'),
      aVerdict('red', 'red'),
      aVerdict('same', 'red'),
      aVerdict('lit', 'green'),
      aVerdict('new', 'red'),
    ]
    expect(compareLamps(before, after).map(({ taskId, turned }) => [taskId, turned])).toEqual([
      ['red', 'worse'],
      ['yellow', 'worse'],
      ['up', 'better'],
      ['out', 'other'],
      ['lit', 'other'],
    ])
  })

  test('says why by the lamps of its own colour alone', () => {
    const red = aVerdict('red', 'red', {
      schedule: { lamp: 'yellow', reasons: [reason('near')] },
      value: { lamp: 'red', reasons: [reason('behindCourse')] },
    })
    expect(compareLamps(before, [red])[0]!.why.map(({ code }) => code)).toEqual(['behindCourse'])
  })
})

describe('the list of lamps', () => {
  const all = [
    aVerdict('1', 'grey'),
    aVerdict('2', 'green', { doubts: [reason('flat')] }),
    aVerdict('3', 'red', { leads: ['县发改局', '县财政局'] }),
    aVerdict('4', 'yellow', { freshness: { state: 'stale', reasons: [] } }),
    aVerdict('5', 'red'),
  ]
  const shown = (filter: Partial<Parameters<typeof listVerdictsMatching>[1]>) =>
    listVerdictsMatching(all, { text: '', colours: [], leads: [], only: '', ...filter }).map(({ taskId }) => taskId)

  test('begins with the worst, those of one colour as the plan has them', () =>
    expect(shown({})).toEqual(['3', '5', '4', '2', '1']))

  test('is narrowed by colours, by any of the leads, by what is not reported and what is doubted', () => {
    expect(shown({ colours: ['red', 'green'] })).toEqual(['3', '5', '2'])
    expect(shown({ leads: ['县财政局'] })).toEqual(['3'])
    expect(shown({ only: 'stale' })).toEqual(['4'])
    expect(shown({ only: 'doubt' })).toEqual(['2'])
    expect(shown({ text: '任务3' })).toEqual(['3'])
  })
})

describe('lamps in a sentence', () => {
  const counts = { green: 0, yellow: 0, red: 0, grey: 0, stale: 0 }
  test('leave out colours nobody shows, and say what turned red', () => {
    expect(lampSentence({ ...counts, green: 3, red: 1, stale: 2 }, 1)).toBe(
      '4 项任务：3 绿 1 红；一周来转红 1 项，2 项没有按期报送。',
    )
    expect(lampSentence({ ...counts, grey: 1 }, 0)).toBe('1 项任务：1 灰；一周来没有转红，各单位均按期报送。')
    expect(lampSentence({ ...counts, yellow: 2 }, undefined)).toBe('2 项任务：2 黄；各单位均按期报送。')
    expect(lampSentence(counts, 0)).toBe('这一天还没有任务。')
  })
})
