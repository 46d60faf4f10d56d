import { describe, expect, it } from 'vitest'
import { aClause, anAnnualPlan } from './clause.fixture.ts'
import { readCadences } from './read-cadences.ts'

const read = (text: string) =>
  readCadences([aClause(text)], anAnnualPlan()).map(({ every, times, what }) => [every, times, what])

describe('rhythms of work', () => {
  it.each([
    ['每季度召开一次调度会。', [['quarter', 1, '召开调度会']]],
    ['每月定期开展走访活动。', [['month', 1, '开展走访活动']]],
    ['每年至少组织2次应急演练。', [['year', 2, '组织应急演练']]],
    ['每半年向县政府报告一次进展。', [['half_year', 1, '向县政府报告进展']]],
    ['每周通报进度。', [['week', 1, '通报进度']]],
    ['每两个月开展1次督查。', [['two_months', 1, '开展督查']]],
    ['实行“一月一会商、一季一督办”。', [['month', 1, '会商'], ['quarter', 1, '督办']]],
    ['建立半月一调度机制。', [['half_month', 1, '调度机制']]],
  ])('%s', (text, wanted) => expect(read(text)).toEqual(wanted)) // biome-ignore format: a table
  it.each([
    '每年新增企业20家。',
    '每年开展技能培训900人次。',
    '每年发布需求3—5项。',
    '每月产量稳定。',
    '每个乡镇明确一名联络员。',
    '每万人专利拥有量达到3件。',
  ])('%s is none', (text) => expect(read(text)).toEqual([]))
})
