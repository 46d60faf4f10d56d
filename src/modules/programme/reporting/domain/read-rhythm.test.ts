import { describe, expect, test } from 'vitest'
import { type PlanRhythm, readRhythm } from './read-rhythm.ts'

const sentence = (quote: string, every: string, more: Partial<PlanRhythm> = {}): [PlanRhythm[], string] => [
  [{ what: quote, every, span: [2, 2 + quote.length], ofTask: false, ...more }],
  `。。${quote}。`,
]

describe('the rhythm of reporting is read from the plan', () => {
  test.each([
    ['每月25日前报送进展情况', 'month', { every: 'month', dueDay: 25, dueIn: 'same' }, true],
    ['每季度末月20日前上报工作进展', 'quarter', { every: 'quarter', dueDay: 20, dueIn: 'same' }, true],
    ['每月5日前报送上月进展', 'month', { every: 'month', dueDay: 5, dueIn: 'next' }, true],
    ['每月报送，次月15日前', 'month', { every: 'month', dueDay: 15, dueIn: 'next' }, true],
    ['一月一调度', 'month', { every: 'month', dueDay: 25, dueIn: 'same' }, false],
    ['每周报送一次情况', 'week', { every: 'week', dueDay: 5, dueIn: 'same' }, false],
    ['每周一报送上周情况', 'week', { every: 'week', dueDay: 1, dueIn: 'same' }, true],
    ['每旬报送进展', 'half_month', { every: 'ten_days', dueDay: 31, dueIn: 'same' }, false],
    ['每月31日前报送', 'month', { every: 'month', dueDay: 31, dueIn: 'same' }, true],
    ['每月30日前报送进展', 'month', { every: 'month', dueDay: 30, dueIn: 'same', restDay: 'after' }, true],
    ['每月底报送进展', 'month', { every: 'month', dueDay: 31, dueIn: 'same', restDay: 'after' }, true],
    ['每月最后一个工作日报送', 'month', { every: 'month', dueDay: 31, dueIn: 'same', restDay: 'before' }, true],
    ['每季度末报送情况', 'quarter', { every: 'quarter', dueDay: 31, dueIn: 'same', restDay: 'after' }, true],
    ['一周一调度', 'week', { every: 'month', dueDay: 25, dueIn: 'same' }, false],
  ] as const)('%s', (quote, every, rhythm, dayNamed) => {
    expect(readRhythm(...sentence(quote, every))).toMatchObject({ rhythm, dayNamed, quote })
  })

  test.each([
    ['每年报送一次总结', 'year', {}],
    ['每月召开一次例会', 'month', {}],
    ['每月更新一次名单并报送', 'month', { ofTask: true }],
  ] as const)('%s says nothing of it', (quote, every, more) => {
    expect(readRhythm(...sentence(quote, every, more))).toBeUndefined()
  })

  test('what orders reports goes before what asks for the state of things', () => {
    const text = '一月一调度，每季度10日前报送情况'
    const found = readRhythm(
      [
        { what: '调度', every: 'month', span: [0, 5], ofTask: false },
        { what: '10日前报送情况', every: 'quarter', span: [6, 17], ofTask: false },
      ],
      text,
    )
    expect(found).toMatchObject({ quote: '每季度10日前报送情况', rhythm: { every: 'quarter' } })
  })

  test.each([
    ['每年报送一次总结', 'year', '每月20日前报送进展', 'month', '每月20日前报送进展'],
    ['每季度20日前报送进展', 'quarter', '每月报送一次情况', 'month', '每季度20日前报送进展'],
    ['一季一调度', 'quarter', '每月通报进展', 'month', '一季一调度'],
  ])('of %s and %s the first that can be followed', (one, everyOne, other, everyOther, quote) => {
    const [[first], text] = sentence(one, everyOne)
    const [[second]] = sentence(other, everyOther, { span: [text.length, text.length + other.length] })
    expect(readRhythm([first!, second!], text + other)?.quote).toBe(quote)
  })
})
