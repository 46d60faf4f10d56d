import { describe, expect, test } from 'vitest'
import { aBasis, aReport, aTarget, known, stating } from './facts.fixture.ts'
import type { ProgrammeFacts, TargetFact } from './facts.ts'
import { judgeFacts } from './judge-programme.ts'

type Figures = Parameters<typeof stating>[0]
const milestone = {
  kind: 'milestone',
  op: 'by',
  value: null,
  unit: '',
  indicator: '平台揭牌',
  endOn: '2026-06-30',
} as const

function verdictOf(
  target: Partial<TargetFact>,
  on: string,
  more: { figures?: Figures } & Partial<ProgrammeFacts> = {},
) {
  const { figures = [], ...facts } = more
  const basis = aBasis({ targets: [aTarget({ ...milestone, ...target })] })
  return judgeFacts(known({ basis, reports: stating(figures), ...facts }), on).tasks[0]!.targets[0]!
}
const codeOf = (...of: Parameters<typeof verdictOf>) => verdictOf(...of).reasons[0]!.code

describe('a milestone', () => {
  test('nears its day fifteen days before it, and is over the day after', () => {
    const at = (on: string) => codeOf({}, on, { figures: [['2026-05-31', 0]] })
    expect(['2026-06-14', '2026-06-15', '2026-06-30', '2026-07-01'].map(at)).toEqual([
      'notDue',
      'near',
      'near',
      'overdue',
    ])
  })

  test('nobody ever spoke of is unknown when it is over, not red; one that was spoken of is red', () => {
    expect(verdictOf({}, '2026-07-01')).toMatchObject({ lamp: 'grey', reasons: [{ code: 'noData' }] })
    expect(verdictOf({}, '2026-07-01', { reports: [aReport()] })).toMatchObject({
      lamp: 'red',
      reasons: [{ text: '“平台揭牌”应在6月30日前完成，已过 1 天，尚未完成。' }],
    })
  })

  test('is done with its task', () => {
    const reports = [aReport({ state: 'finished' })]
    expect(verdictOf({}, '2026-07-01', { reports })).toMatchObject({ lamp: 'green', reasons: [{ code: 'done' }] })
  })

  test('without a last day waits, and so does one that has not begun', () => {
    expect(codeOf({ endOn: null }, '2026-07-01')).toBe('noData')
    expect(codeOf({ endOn: null }, '2026-07-01', { figures: [['2026-05-31', 0]] })).toBe('notDue')
    expect(codeOf({ startOn: '2026-06-01' }, '2026-05-31')).toBe('notStarted')
    expect(codeOf({ startOn: '2026-06-01' }, '2026-06-01')).not.toBe('notStarted')
  })

  test('says what was reached, and on which day', () => {
    const coverage = { kind: 'coverage', value: 80, unit: '%' } as const
    expect(verdictOf(coverage, '2026-06-20', { figures: [['2026-05-31', 79]] }).reasons[0]!.text).toBe(
      '“平台揭牌”6月30日到期，还有 10 天，尚未完成，截至5月31日为 79%。',
    )
    expect(verdictOf(coverage, '2026-06-20', { figures: [['2026-05-31', 80]] }).lamp).toBe('green')
  })
})

describe('a cadence', () => {
  const lampOf = (...values: number[]) =>
    verdictOf({ kind: 'cadence' }, '2026-06-30', {
      figures: values.map((value, i) => [`2026-0${i + 1}-28`, value] as const),
    }).lamp

  test('missed once is yellow, twice running red, and kept again green', () => {
    expect([lampOf(1, 0), lampOf(0, 0), lampOf(0, 1), lampOf(0, 1, 0), lampOf(0)]).toEqual([
      'yellow',
      'red',
      'green',
      'yellow',
      'yellow',
    ])
  })
})

test('years that ended short are named, the oldest first, and do not colour the running one', () => {
  const yearly = {
    kind: 'new_per_year',
    op: '>=',
    value: 12,
    unit: '家',
    startOn: '2025-01-01',
    endOn: '2028-12-31',
  } as const
  const figures = [
    ['2025-12-20', 9],
    ['2026-12-20', 12],
    ['2027-12-20', 11],
    ['2028-06-30', 8],
  ] as const
  const { lamp, reasons } = verdictOf(yearly, '2028-06-30', { figures })
  expect(lamp).toBe('green')
  expect(reasons.slice(1).map(({ text }) => text)).toEqual([
    '2025年完成 9 家，未达到每年 12 家。',
    '2027年完成 11 家，未达到每年 12 家。',
  ])
})
