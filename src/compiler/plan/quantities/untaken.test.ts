import { expect, test } from 'vitest'
import { aClause, aThreeYearPlan } from './clause.fixture.ts'
import type { Clause } from './context.ts'
import { readTargets } from './read-targets.ts'

/** Figures of an invented sentence that are no targets: why, and how much. */
const untaken = (text: string, more: Partial<Clause> = {}) =>
  readTargets([aClause(text, more)], aThreeYearPlan()).untaken.map(
    ({ reason, value, unit }) => `${reason} ${value}${unit}`,
  )

test.each([
  ['去年新增规上企业15家。', ['past 15家']],
  ['对年收入2000万元以下的茶企开展诊断。', ['condition 2000万元']],
  ['培育年产值5000万元以上的茶企8家。', ['describes 5000万元']],
  ['围绕30家企业开展工作。', ['arrangement 30家']],
  ['缓缴期限最长不超过3个月。', ['terms 3个月']],
  ['实施“茶企300家”工程。', ['name 300家']],
  ['降低担保费率(一般不超过1.5%)。', ['aside 1.5%']],
  ['3条水运航线沿河而下。', ['aimless 3条']],
])('%s', (text, wanted) => expect(untaken(text)).toEqual(wanted))

test('what is told is read like a target: its place, clause, kind and period', () => {
  const { targets, untaken: figures } = readTargets(
    [aClause('到2024年,3条水运航线沿河而下,建成驿站8个。')],
    aThreeYearPlan(),
  )
  expect(targets.map(({ id }) => id)).toEqual(['t1'])
  expect(figures).toMatchObject([
    {
      id: 'u1',
      clause: { text: '3条水运航线沿河而下' },
      valueSpan: [7, 9],
      period: { end: '2024-12-31' },
      accrual: 'within',
    },
  ])
})

test.each([
  '一把手负责,一次性告知。',
  '2024年6月6日印发,每月25日前报送。',
  '坚持“四个导向”。',
  '建成驿站8个。',
  '热线12345。',
  '办好开放日活动(3分)。',
])('%s holds nothing to tell', (text) => {
  expect(untaken(text)).toEqual([])
})

test('outside tasks and goals nothing is told', () => {
  expect(untaken('去年新增规上企业15家。', { kind: 'other' })).toEqual([])
})
