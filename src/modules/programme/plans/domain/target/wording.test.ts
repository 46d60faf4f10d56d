import { expect, test } from 'vitest'
import { countingInWords, describeTarget, formatTarget } from './wording.ts'

type Target = Parameters<typeof describeTarget>[0]

const years = { start: '2026-01-01', end: '2028-12-31' }
const one = { start: '2026-01-01', end: '2026-12-31' }
const target: Target = {
  op: '>=',
  value: 20,
  valueMax: null,
  unit: '项',
  kind: 'new_in_period',
  accrual: 'within',
  period: years,
}

/** [what differs, in a line, in a sentence] */
const rows: readonly [Partial<Target>, string, string][] = [
  [{}, '≥ 20 项', '2026—2028年累计不低于 20 项'],
  [{ period: one }, '≥ 20 项', '2026年不低于 20 项'],
  [{ period: null }, '≥ 20 项', '累计不低于 20 项'],
  [{ kind: 'new_per_year', accrual: 'each_year', value: 500, unit: '人' }, '每年 ≥ 500 人', '2026—2028年每年不低于 500 人'],
  [{ kind: 'new_per_year', accrual: undefined, unit: '家' }, '每年 ≥ 20 家', '2026—2028年每年不低于 20 家'],
  [{ kind: 'amount', accrual: 'of_year', value: 8, unit: '亿元' }, '当年 ≥ 8 亿元', '2028年当年不低于 8 亿元'],
  [{ kind: 'amount', accrual: 'of_year', value: 8, unit: '亿元', period: one }, '≥ 8 亿元', '2026年不低于 8 亿元'],
  [{ kind: 'amount', accrual: 'within', op: '>', value: 2.5, unit: '亿元' }, '> 2.5 亿元', '2026—2028年累计超过 2.5 亿元'],
  [{ kind: 'stock', accrual: 'standing', op: '=', unit: '家' }, '20 家', '到2028年底 20 家'],
  [{ kind: 'stock', accrual: 'standing', op: '~', unit: '人' }, '约 20 人', '到2028年底约 20 人'],
  [{ kind: 'stock', accrual: 'standing', op: 'range', value: 3, valueMax: 5, unit: '家' }, '3～5 家', '到2028年底 3～5 家'],
  [{ kind: 'ratio', accrual: 'standing', value: 60, unit: '%', period: { ...years, end: '2027-06-30' } }, '≥ 60%', '到2027年6月底不低于 60%'],
  [{ kind: 'ratio', accrual: 'always', op: '<=', value: 3, unit: '%' }, '始终 ≤ 3%', '2026—2028年始终不超过 3%'],
  [{ kind: 'ratio', accrual: 'always', op: '<=', value: 3, unit: '%', force: '约束性' }, '始终 ≤ 3%', '2026—2028年始终不超过 3%（约束性）'],
  [{ kind: 'growth', accrual: 'each_year', value: 12, unit: '%' }, '每年增长 ≥ 12%', '2026—2028年每年增长不低于 12%'],
  [{ kind: 'growth', accrual: 'standing', value: 9, unit: '%', indicator: { text: '单位能耗下降率' } }, '≥ 9%', '到2028年底不低于 9%'],
  [{ kind: 'growth', accrual: 'standing', value: 3, unit: '个百分点' }, '增长 ≥ 3个百分点', '到2028年底增长不低于 3个百分点'],
  [{ kind: 'net_increase', value: 2, unit: '家' }, '净增 ≥ 2 家', '2026—2028年净增不低于 2 家'],
  [{ kind: 'net_increase', value: 2, unit: '家', indicator: { text: '净增高新技术企业' } }, '≥ 2 家', '2026—2028年不低于 2 家'],
  [{ kind: 'duration', accrual: 'always', op: '<=', value: null, valueMax: 4, unit: '个工作日' }, '始终 ≤ 4 个工作日', '2026—2028年始终不超过 4 个工作日'],
  [{ kind: 'milestone', accrual: 'standing', op: 'by', value: null, unit: '', period: { ...one, end: '2026-03-15' } }, '完成', '到2026年3月15日完成'],
] // biome-ignore format: a table

test.each(rows)('%j is written %s, and said %s', (given, line, sentence) => {
  expect(formatTarget({ ...target, ...given })).toBe(line)
  expect(describeTarget({ ...target, ...given })).toBe(sentence)
})

test.each<[Partial<Target>, string]>([
  [{}, '期初以来累计'],
  [{ accrual: 'each_year' }, '每年单独计算，不跨年相加'],
  [{ accrual: 'of_year' }, '以前年度作参考，不相加'],
  [{ kind: 'ratio', accrual: 'always' }, '任何时候都按标准判断'],
  [{ kind: 'stock', accrual: 'standing' }, '取最近一次数值'],
  [{ kind: 'growth', accrual: 'of_year' }, '百分点'],
  [{ kind: 'net_increase' }, '期末减期初'],
  [{ kind: 'milestone', accrual: 'standing' }, '做到或未做到'],
  [{ kind: 'coverage', accrual: 'standing' }, '取最近一次数值'],
  [{ kind: 'benefit' }, '不亮灯'],
])('%j is counted: %s', (given, words) => expect(countingInWords({ ...target, ...given })).toContain(words))

test('that parts are added is said where there are parts, and of what adds', () => {
  const counted = (given: Partial<Target>, inParts: boolean) => countingInWords({ ...target, ...given }, inParts)
  expect(counted({}, false)).not.toContain('相加')
  expect(counted({}, true)).toContain('各单位分别报送的相加，有单位报总数的以总数为准')
  expect(counted({ kind: 'ratio', accrual: 'standing' }, true)).toContain('不相加')
})
