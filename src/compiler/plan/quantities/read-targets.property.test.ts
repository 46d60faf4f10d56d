import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aClause, anAnnualPlan } from './clause.fixture.ts'
import { readCadences } from './read-cadences.ts'
import { readDue } from './read-due.ts'
import { readTargets } from './read-targets.ts'

const words = fc.constantFrom(
  ...'力争 新增 培育 企业 3家 12% 由5个 压缩至 4个工作日 分别 达到 以上 、 , 。 ; ( ) “ ” 《 》 等 三个 2024年 到2025年 其中 给予 最高 100万元 每年 一次 全覆盖 翻一番 1,000 5-8 2:1 6月底前 的 对 和'.split(
    ' ',
  ),
)
const prose = fc.array(words, { maxLength: 30 }).map((parts) => parts.join(''))

describe('whatever the words', () => {
  it('every target points at its own words and carries a finite number', () => {
    fc.assert(
      fc.property(prose, (text) => {
        for (const target of readTargets([aClause(text)], anAnnualPlan()).targets) {
          expect(text.slice(...target.clause.span)).toBe(target.clause.text)
          expect(target.valueSpan[0]).toBeGreaterThanOrEqual(target.clause.span[0])
          expect(target.valueSpan[1]).toBeGreaterThan(target.valueSpan[0])
          expect(target.value === null || Number.isFinite(target.value)).toBe(true)
        }
      }),
    )
  })
  it('deadlines and rhythms lie within the text', () => {
    fc.assert(
      fc.property(prose, (text) => {
        const clause = aClause(text)
        const due = readDue(clause.passage, anAnnualPlan())
        const spans = [...(due ? [due.span] : []), ...readCadences([clause], anAnnualPlan()).map(({ span }) => span)]
        for (const [start, end] of spans) expect(start < end && end <= text.length).toBe(true)
      }),
    )
  })
})
