import { describe, expect, test } from 'vitest'
import { aBasis, aTarget, known, stating } from './facts.fixture.ts'
import type { TargetFact } from './facts.ts'
import { judgeFacts } from './judge-programme.ts'
import { isLimit } from './limit.ts'

const ratio = { kind: 'ratio', unit: '%', whole: false } as const

describe('a limit or a goal, by the words', () => {
  test.each<[string, Partial<TargetFact>, boolean]>([
    ['贷款不良率控制在3%以内', { op: '<=' }, true],
    ['担保费率不超过1%', { op: '<=' }, true],
    ['退税到账时间2个工作日以内', { op: '<=', kind: 'duration' }, true],
    ['担保费率降至1%以下', { op: '<=' }, false],
    ['平均办理时限由45个工作日压缩至25个工作日', { op: '<=', kind: 'duration' }, false],
    ['平均办理周期缩短到50天以内', { op: '<=', kind: 'duration' }, false],
    ['不良率逐步控制在3%以内', { op: '<=' }, false],
    ['履约率不低于80%', { op: '>=' }, true],
    ['就业率保持在95%以上', { op: '>=' }, true],
    ['秸秆利用率始终不低于90%', { op: '>=', baseline: 70 }, true],
    ['到2028年研发企业占比不低于40%', { op: '>=' }, false],
    ['研发企业占比达到40%以上', { op: '>=' }, false],
    ['治理比例提高到100%', { op: '>=' }, false],
    ['粮食产量稳定在29亿斤左右', { op: '~', kind: 'stock' }, true],
    ['服务企业不少于60家', { op: '>=', kind: 'stock' }, false],
    ['培训不少于60人', { op: '>=', kind: 'new_in_period' }, false],
    ['负债率控制在40%—50%', { op: 'range' }, true],
    ['技术合同占比降至5%，贷款不良率控制在3%以内', { op: '<=' }, true],
    ['全市排名不低于第5位', { op: '<=', ranked: true }, false],
    ['水土保持率达76.1%', { op: '>=' }, false],
    ['压减纳税人申报和缴税的次数至3次', { op: '<=', kind: 'stock' }, false],
    ['2027年6月30日前网办率不低于90%', { op: '>=' }, false],
    ['', { op: '<=' }, true],
    ['', { op: '<=', baseline: 5 }, false],
    ['', { op: '<=', baseline: 2 }, true],
    ['', { op: '>=' }, false],
    ['不良率控制在3%以内', { op: '<=', words: undefined }, false],
  ])('%s %j: limit %s', (words, more, limit) =>
    expect(isLimit(aTarget({ ...ratio, value: 3, words, ...more }))).toBe(limit),
  )
})

const judge = (target: Partial<TargetFact>, figures: readonly (readonly [string, number])[], day: string) =>
  judgeFacts(known({ basis: aBasis({ targets: [aTarget({ ...ratio, ...target })] }), reports: stating(figures) }), day)
    .tasks[0]!.targets[0]!

describe('a limit is judged against itself from the first figure', () => {
  const bad = { indicator: '贷款不良率', op: '<=', value: 3, words: '贷款不良率控制在3%以内' } as const

  test('a ceiling: never green above it, whatever the way there', () => {
    const first = judge(bad, [['2026-03-31', 4]], '2026-03-31')
    expect([first.lamp, first.expectedNow, first.forecast]).toEqual(['yellow', 3, null])
    expect(first.reasons[0]!.text).toBe('“贷款不良率”截至3月31日为 4%，要求始终不高于 3%，超出 1个百分点。')
    expect(
      judge(
        bad,
        [
          ['2026-03-31', 4],
          ['2026-06-30', 3.6],
        ],
        '2026-06-30',
      ).lamp,
    ).toBe('yellow')
    expect(judge(bad, [['2026-01-15', 6]], '2026-01-15').lamp).toBe('red')
    expect(judge(bad, [['2026-03-31', 2.1]], '2026-03-31').lamp).toBe('green')
  })
  test('a floor', () => {
    const floor = { indicator: '就业率', op: '>=', value: 95, words: '就业率保持在95%以上' } as const
    const below = judge(floor, [['2026-03-31', 90]], '2026-03-31')
    expect([below.lamp, below.expectedNow]).toEqual(['yellow', 95])
    expect(below.reasons[0]!.text).toContain('要求始终不低于 95%，差 5个百分点')
    expect(judge(floor, [['2026-03-31', 96]], '2026-12-28').lamp).toBe('green')
  })
  test('a goal with the same figure is approached', () =>
    expect(judge({ ...bad, words: '贷款不良率降至3%以内' }, [['2026-03-31', 4]], '2026-03-31').lamp).toBe('green'))
  test('a limit the plan narrows from year to year holds each until its day', () => {
    const at = (day: string, value: number) => {
      const stage = aTarget({ ...ratio, ...bad, id: 'stage', value: 4, endOn: '2026-12-31' })
      const last = aTarget({ ...ratio, ...bad, value: 3, endOn: '2027-12-31' })
      const facts = known({ basis: aBasis({ targets: [stage, last] }), reports: stating([[day, value]]) })
      return judgeFacts(facts, day).tasks[0]!.targets.find(({ targetId }) => targetId === last.id)!.lamp
    }
    expect(at('2026-12-30', 3.8)).toBe('green')
    expect(at('2027-01-02', 3.8)).toBe('red')
  })
  test('a course set by hand makes no goal of it', () => {
    const course = { shape: 'points' as const, points: [{ on: '2026-06-30', value: 4 }] }
    const target = aTarget({ ...ratio, ...bad })
    const facts = known({
      basis: aBasis({ targets: [target] }),
      reports: stating([['2026-06-30', 3.9]]),
      courses: new Map([[target.id, course]]),
    })
    expect(judgeFacts(facts, '2026-06-30').tasks[0]!.targets[0]!.lamp).toBe('yellow')
  })
})
