import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatNumber, gapInWords, lackInWords, outlookInWords, percent, reckoned } from '#kernel/figures.ts'
import { readSentence as check, forbidden } from '#kernel/forbidden.fixture.ts'
import { describeTarget, formatTarget, isFalling, TargetAccrual, TargetKind, TargetOp } from '#modules/programme/plans/contract.ts' // biome-ignore format: one list
import { outlookWords, shortfall } from '../../home/domain/outlook.ts'
import { aBasis, aSchedule, aTarget, known, stating } from './facts.fixture.ts'
import { judgeFacts } from './judge-programme.ts'
import { answerOf } from './target-answer.ts'

const units = ['家', '人', '%', '‰', '个百分点', '亿元', '天', '个工作日', '倍', '项', ''] as const
const names = [
  '科技服务站',
  '研发投入增长率',
  '单位能耗下降率',
  '净增高新技术企业',
  '增加值增速',
  '平均办理时限',
  '覆盖率',
]
const amount = fc.oneof(fc.nat(200), fc.double({ min: 0, max: 5000, noNaN: true }).map((n) => Number(n.toFixed(4)))) // biome-ignore format: one arbitrary
const anything = fc.record({
  kind: fc.constantFrom(...TargetKind.options),
  accrual: fc.constantFrom(...TargetAccrual.options),
  op: fc.constantFrom(...TargetOp.options),
  unit: fc.constantFrom(...units),
  indicator: fc.constantFrom(...names),
  value: fc.option(amount, { freq: 8 }),
  more: fc.nat(50),
  baseline: fc.option(amount),
  figures: fc.array(amount, { maxLength: 5 }),
  years: fc.constantFrom('2026-12-31', '2028-12-31'),
  day: fc.constantFrom('2026-05-10', '2026-12-20', '2027-02-01', '2029-03-01'),
})
const figuresOn = ['2026-02-25', '2026-03-25', '2026-05-05', '2026-12-15', '2027-01-25']

test('no sentence about a target, its lamp or its outlook says what a person would not', () => {
  fc.assert(
    fc.property(anything, ({ kind, accrual, op, unit, indicator, value, more, baseline, figures, years, day }) => {
      const valueMax = op === 'range' && value !== null ? value + more : null
      const period = { start: '2026-01-01', end: years }
      const words = { kind, accrual, op, unit, value, valueMax, period, indicator: { text: indicator } }
      check(`${indicator}${describeTarget(words)}`)
      check(`${indicator} ${formatTarget(words)}`)
      const target = aTarget({ kind, accrual, op, unit, indicator, value, valueMax, baseline, whole: unit === '家', endOn: years }) // biome-ignore format: one target
      const reports = stating(figures.map((figure, n) => [figuresOn[n] ?? day, figure] as const))
      const schedules = new Map([[target.taskId ?? '', aSchedule([{ stepId: 'a', title: '选址', startOn: '2026-01-01', finishOn: '2026-03-31', doneOn: null }])]]) // biome-ignore format: one step
      const facts = known({ basis: aBasis({ targets: [target] }), reports: reports.filter(({ submittedOn }) => submittedOn <= day), schedules }) // biome-ignore format: one record
      const [task] = judgeFacts(facts, day).tasks
      for (const verdict of task?.targets ?? []) {
        for (const { text } of verdict.reasons) check(text)
        check(answerOf({ indicator, unit, op }, verdict, day))
        const { forecast, reached, asOfOn, wanted, wantedOn } = verdict
        if (!forecast) continue
        check(outlookInWords(forecast, unit))
        const outlook = { ...forecast, targetId: '', taskId: null, label: indicator, shown: '', unit, lamp: verdict.lamp, reached, asOfOn, wanted, wantedOn, isCeiling: isFalling({ op }) } // biome-ignore format: one outlook
        expect(Number.isNaN(shortfall(outlook))).toBe(false)
        check(outlookWords(outlook))
      }
      for (const { text } of [...(task?.schedule.reasons ?? []), ...(task?.doubts ?? [])]) check(text)
    }),
    { numRuns: 300 },
  )
})

test('the patterns find what was once said', () => {
  const once = ['占目标 98%的 100%', '仍差 0 家', '增长 增长 12%', '区间 0～0 天', '3.0 分钟', '不低于不低于 3', '差 -3 家', '为 3 家 家', '差 2%', '24.00912 天'] // biome-ignore format: a list
  for (const text of once) expect(forbidden.some(([words]) => words.test(text)), text).toBe(true) // biome-ignore format: one line
})

test('what is reckoned is said as exactly as it is known', () => {
  expect(reckoned(24.0091, '天')).toBe(24)
  expect(reckoned(16.6027, '家')).toBe(16.6)
  expect([percent(0.999), percent(0.002), percent(1, 1), percent(0, 1)]).toEqual(['99%', '不到 1%', '100%', '0%'])
  expect([gapInWords(-3, '%'), gapInWords(0.00001, '亿元')]).toEqual(['3个百分点', '不到 0.0001 亿元'])
  expect(lackInWords({ reached: 20, wanted: 20, unit: '家' }, false)).toBe('没有超过 20 家')
  expect(outlookInWords({ value: 0, low: 0, high: 0 }, '天')).toBe('约 0 天')
  expect(formatNumber(-0.00001)).toBe('0')
})
