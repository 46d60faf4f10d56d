import { expect, test } from 'vitest'
import { aClause, anAnnualPlan, aThreeYearPlan } from './clause.fixture.ts'
import { readTargets } from './read-targets.ts'

const rows = (lines: readonly string[]): string[] =>
  lines.flatMap((_, i) => rowsOf(lines.slice(0, i + 1)).filter((row) => !rowsOf(lines.slice(0, i)).includes(row)))

const rowsOf = (lines: readonly string[]): string[] =>
  readTargets(
    lines.map((line) => aClause(line, { kind: 'goal' })),
    aThreeYearPlan(),
  ).targets.map(
    (t) => `${t.indicator.text} ${t.op} ${t.value}${t.unit} ${t.kind} ${t.period?.end} ${t.baseline?.value ?? ''}`,
  )

test('a row binds as its attribute says, and its heading tells the year', () => {
  const lines = [
    '指标单位2022年2024年属性',
    '森林覆盖率% 58 60约束性',
    '茶叶产值亿元6 9预期性',
    '茶园面积万亩6 9导向性',
  ]
  const read = readTargets(
    lines.map((line) => aClause(line, { kind: 'goal' })),
    aThreeYearPlan(),
  ).targets.map((t) => `${t.indicator.text} ${t.force} ${t.accrual} ${t.period?.end} ${t.periodFrom}`)
  expect(new Set(read)).toEqual(
    new Set([
      '森林覆盖率 binding standing 2024-12-31 heading',
      '茶叶产值 expected of_year 2024-12-31 heading',
      '茶园面积 null standing 2024-12-31 heading',
    ]),
  )
})

test('rows told by their attribute', () => {
  expect(
    rows([
      '指标单位2022年2025年属性',
      '1油料生产能力万吨21 ≥23约束性',
      '农村自来水普及率% 91 95预期性',
      '养殖尾水排放达标浓度— 0.9 0.6约束性',
      '新增公办学位个600 1800预期性',
    ]),
  ).toEqual([
    '油料生产能力 >= 23万吨 stock 2025-12-31 21',
    '农村自来水普及率 >= 95% ratio 2025-12-31 91',
    '养殖尾水排放达标浓度 <= 0.6 ratio 2025-12-31 0.9',
    '新增公办学位 >= 1800个 new_in_period 2025-12-31 600',
  ])
})

test('rows run together in one line', () => {
  expect(rows(['专栏1指标名称单位2022年2025年属性1油料生产能力万吨21≥23约束性2果品产量万吨8 9.5预期性'])).toEqual([
    '油料生产能力 >= 23万吨 stock 2025-12-31 21',
    '果品产量 >= 9.5万吨 stock 2025-12-31 8',
  ])
})

test('rows under a heading that names unit and years', () => {
  expect(rows(['指标单位2024年2025年', '新建驿站处3 5', '旅游收入亿元6.2 7'])).toEqual([
    '新建驿站 >= 5处 new_in_period 2025-12-31 3',
    '旅游收入 >= 7亿元 amount 2025-12-31 6.2',
  ])
})

test('no rows: values run together, and a list without heading or attribute', () => {
  expect(rows(['指标单位2022年2025年属性', '果品产量万吨158180预期性'])).toEqual([])
  expect(readTargets([aClause('新建驿站处3 5')], anAnnualPlan()).targets).toEqual([])
})
