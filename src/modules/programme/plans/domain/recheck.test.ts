import { expect, test } from 'vitest'
import type { CompiledPlan } from '#compiler/compiled-plan.ts'
import { compilePlan } from '#compiler/plan/compile-plan.ts'
import { applyCorrections } from './corrections/apply-corrections.ts'
import type { Correction } from './corrections/correction.ts'
import { recheck } from './recheck.ts'

const text = `澄禾县农技推广行动方案（2026—2028年）

一、重点任务

1.建设示范田。到2028年建成示范田200亩，培育一批种田能手。（牵头单位：县农业农村局）

2.推广新农机。到2028年推广新农机80台。

3.办好田间学校。（县农业农村局、县教育局按职责分工负责）
`
const compiled = compilePlan({ file: '方案.txt', text })
const codes = (plan: CompiledPlan) => plan.diagnostics.map((found) => found.code)
const at = (title: string) => compiled.tasks.find((task) => task.title === title)!.titleSpan
const corrected = (...corrections: Correction[]) => recheck(applyCorrections(compiled, corrections).plan)

test('without corrections it says what the compiler said', () => {
  expect(codes(recheck(compiled)).sort()).toEqual(codes(compiled).sort())
  expect(codes(compiled)).toEqual(expect.arrayContaining(['GT131', 'GT133', 'GT204']))
})

test('an owner that was added silences “no owner”', () => {
  const plan = corrected({ kind: 'addAgency', at: at('推广新农机'), name: '县农业农村局', role: 'lead' })
  expect(codes(plan)).not.toContain('GT131')
})

test('a lead that was named silences “no lead”', () => {
  const plan = corrected({ kind: 'changeRole', at: at('办好田间学校'), name: '县教育局', role: 'lead' })
  expect(codes(plan)).not.toContain('GT133')
})

test('a number given to a vague promise silences it', () => {
  const start = text.indexOf('培育一批种田能手')
  const target = {
    indicator: { text: '种田能手', code: null },
    op: '>=',
    value: 50,
    valueMax: null,
    unit: '名',
    kind: 'new_in_period',
    period: null,
    modality: '应当',
  } as const
  const plan = corrected({ kind: 'addTarget', at: [start, start + 8], task: at('建设示范田'), target })
  expect(codes(plan)).not.toContain('GT204')
})

test('dropping every task is said', () => {
  const drop = compiled.tasks.map((task): Correction => ({ kind: 'dropTask', at: task.titleSpan }))
  expect(codes(corrected(...drop))).toContain('GT105')
})
