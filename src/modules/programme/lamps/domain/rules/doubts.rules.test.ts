import { describe, expect, test } from 'vitest'
import { aBasis, aReport, aTarget, known, stating } from '../facts.fixture.ts'
import type { ReportFact, TargetFact } from '../facts.ts'
import { judgeFacts } from '../judge-programme.ts'

type Figures = Parameters<typeof stating>[0]
const doubtsOf = (reports: readonly ReportFact[], day: string, target: Partial<TargetFact> = {}) => {
  const [task] = judgeFacts(known({ basis: aBasis({ targets: [aTarget(target)] }), reports: [...reports] }), day).tasks
  expect(task!.summary).toBe('green')
  return task!.doubts.map(({ code, text }) => `${code} ${text}`)
}
const figures = (...all: Figures) => stating(all)

describe('proof is old', () => {
  const claim = (submittedOn: string, more: Partial<ReportFact> = {}) => aReport({ submittedOn, evidence: 0, ...more })
  const green = figures(['2026-01-01', 100])
  const doubts = (reports: readonly ReportFact[], day: string, first = green) =>
    doubtsOf([...first, ...reports], day).filter((one) => one.startsWith('staleEvidence'))

  test('after 95 days with two claims since, not after one claim or one day less', () => {
    const two = [claim('2026-02-10'), claim('2026-03-10')]
    expect(doubts(two, '2026-04-06')).toEqual([])
    expect(doubts(two, '2026-04-07')).toEqual(['staleEvidence 最近一份佐证是1月1日的，此后 2 次报“有进展”都没有佐证。'])
    expect(doubts(two.slice(1), '2026-04-07')).toEqual([])
  })

  test('counts claims of progress alone, and only those after the last proof', () => {
    const unchanged = claim('2026-02-10', { state: 'unchanged' })
    expect(doubts([unchanged, claim('2026-03-10')], '2026-04-07')).toEqual([])
    const shown = claim('2026-03-01', { evidence: 1 })
    expect(doubts([claim('2026-02-10'), shown, claim('2026-03-10')], '2026-07-07')).toEqual([])
  })

  test('where there never was any, from the first claim', () => {
    const bare = green.map((one) => ({ ...one, evidence: 0 }))
    expect(doubts([claim('2026-02-10')], '2026-04-06', bare)).toEqual([])
    expect(doubts([claim('2026-02-10')], '2026-04-07', bare)).toEqual([
      'staleEvidence 2 次报“有进展”，从来没有附过佐证。',
    ])
  })
})

describe('a figure does not move', () => {
  const still = (...values: number[]) =>
    doubtsOf(
      figures(...values.map((value, i) => [`2026-0${i + 2}-28`, value] as const)),
      `2026-0${values.length + 1}-28`,
    ).filter((one) => one.startsWith('flat'))

  test('three cycles running, and not two, nor when it moved, nor when the whole is reached', () => {
    expect(still(90, 90, 90)).toEqual(['flat “科技服务站”连续 3 期都是 90 家，从2月28日起没有变化，请核实。'])
    expect(still(90, 90)).toEqual([])
    expect(still(90, 91, 90)).toEqual([])
    expect(still(100, 100, 100)).toEqual([])
    expect(still(80, 90, 90, 90)).toHaveLength(1)
  })

  test('while nothing more was due in that time either', () => {
    const slow = { kind: 'stock', value: 50, baseline: 50 } as const
    const same = figures(['2026-02-28', 51], ['2026-03-28', 51], ['2026-04-28', 51])
    expect(doubtsOf(same, '2026-04-28', slow)).toEqual([])
  })
})

describe('most came at once', () => {
  const last = (day: string, before: number, value: number, more: Partial<TargetFact> = {}) =>
    doubtsOf(figures(['2026-09-28', before - 1], ['2026-10-28', before], [day, value]), day, more).filter((one) =>
      one.startsWith('lastMinute'),
    )

  test('in the last five days, and half of all of it', () => {
    expect(last('2026-12-26', 50, 100)).toEqual([
      'lastMinute “科技服务站”到12月26日一次增加 50 家，占全部进展的 50%，离期末不到 5 天，请核实。',
    ])
    expect(last('2026-12-25', 50, 100)).toEqual([])
    expect(last('2026-12-26', 51, 100)).toEqual([])
  })

  test('reckoned from where the way began, at the end of its time or of the year', () => {
    expect(last('2026-12-28', 55, 60, { kind: 'stock', value: 60, baseline: 50 })).toHaveLength(1)
    expect(last('2026-12-28', 56, 60, { kind: 'stock', value: 60, baseline: 50 })).toEqual([])
    expect(last('2026-12-28', 30, 70, { value: 100, endOn: '2027-12-31' })).toHaveLength(1)
  })

  test('is not said of two figures', () => {
    expect(doubtsOf(figures(['2026-10-28', 10], ['2026-12-28', 100]), '2026-12-28')).toEqual([])
  })
})
