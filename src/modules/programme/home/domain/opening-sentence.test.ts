import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { openingSentence, type SentenceFacts } from './opening-sentence.ts'

const facts: SentenceFacts = {
  tasks: 47,
  lamps: { green: 31, yellow: 9, red: 4, grey: 3 },
  turnedWorse: 2,
  turnedRed: 2,
  turnedBetter: 0,
  finished: 0,
  unreported: 2,
  overdue: 0,
}
const said = (given: Partial<SentenceFacts> = {}) =>
  openingSentence({ ...facts, ...given })
    .map(({ text }) => text)
    .join('')

describe('the opening sentence', () => {
  test('tells how many stand how, what turned, who is silent', () =>
    expect(said()).toBe('47 项任务：31 绿 9 黄 4 红 3 灰（未到期或暂无数据）；本周转红 2 项，2 个单位尚未报送。'))

  test('tells yellow, better and finished apart', () =>
    expect(said({ turnedWorse: 3, turnedRed: 1, turnedBetter: 1, finished: 2, overdue: 1 })).toContain(
      '；本周转红 1 项、转黄 2 项、转好 1 项、办结 2 项，2 个单位尚未报送，其中 1 个已逾期。',
    ))

  test('leaves out colours nobody shows and says when nothing happened', () =>
    expect(
      said({ lamps: { green: 47, yellow: 0, red: 0, grey: 0 }, turnedRed: 0, turnedWorse: 0, unreported: 0 }),
    ).toBe('47 项任务：47 绿；本周没有变化。'))

  test('of a programme without tasks says so', () => expect(said({ tasks: 0 })).toBe('方案中没有读出任务。'))

  test('leads from every number to its records', () => {
    const n = fc.integer({ min: 0, max: 99 })
    const any = fc.record({
      tasks: fc.integer({ min: 1, max: 99 }),
      lamps: fc.record({ green: n, yellow: n, red: n, grey: n }),
      turnedWorse: fc.integer({ min: 50, max: 99 }),
      turnedRed: fc.integer({ min: 0, max: 50 }),
      turnedBetter: n,
      finished: n,
      unreported: n,
      overdue: n,
    })
    fc.assert(
      fc.property(any, (given) => {
        expect(openingSentence(given).filter(({ text, to }) => /\d/.test(text) && to === undefined)).toEqual([])
      }),
    )
  })
})
