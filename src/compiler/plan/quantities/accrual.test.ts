import { expect, test } from 'vitest'
import { OPEN_READINGS } from './accrual.ts'
import { aClause, anAnnualPlan, aThreeYearPlan } from './clause.fixture.ts'
import { readTargets } from './read-targets.ts'

/** How the figures of an invented sentence add up, in a plan of three years and in one of a year. */
const read = (text: string, context = aThreeYearPlan()) =>
  readTargets([aClause(text, { kind: 'goal' })], context).targets.map(({ accrual }) => accrual)

test.each([
  ['建成银鹿驿站12个。', 'standing', 'standing'],
  ['茶企达到40家。', 'standing', 'standing'],
  ['交付保障房600套。', 'within', 'within'],
  ['应急储备粮6万吨。', 'standing', 'standing'],
  ['服务半径不超过500米。', 'always', 'always'],
  ['停车位不少于500个。', 'standing', 'standing'],
  ['博物馆扩建到3万平方米。', 'standing', 'standing'],
  ['博物馆扩建3万平方米。', 'within', 'within'],
  ['人均年增收3000元。', 'each_year', 'of_year'],
  ['人均可支配收入达到3万元。', 'standing', 'standing'],
  ['综合排名进入全省前9名。', 'standing', 'standing'],
  ['宽带覆盖率达到90%。', 'standing', 'standing'],
  ['绿色贷款余额突破90亿元。', 'standing', 'standing'],
  ['每万人口发明专利拥有量达到12件。', 'standing', 'standing'],
  ['新增银鹿工匠30名。', 'within', 'within'],
  ['净增市场主体900户。', 'within', 'within'],
  ['建设标准厂房12万平方米。', 'within', 'within'],
  ['完成技术改造投资8亿元。', 'within', 'within'],
  ['发放创业贷款3亿元。', 'within', 'within'],
  ['每年评选银鹿工匠6名。', 'each_year', 'of_year'],
  ['每年完成造林2万亩。', 'each_year', 'of_year'],
  ['年均培训果农500人次。', 'each_year', 'of_year'],
  ['年平均培训果农500人。', 'each_year', 'of_year'],
  ['技术合同成交额达到8亿元。', 'of_year', 'of_year'],
  ['电商年交易额突破9亿元。', 'of_year', 'of_year'],
  ['接待游客达到70万人次。', 'of_year', 'of_year'],
  ['地区生产总值增长6%。', 'standing', 'of_year'],
  ['研发经费投入年均增长12%。', 'each_year', 'of_year'],
  ['抽检合格率不低于98%。', 'always', 'always'],
  ['登记失业率控制在4%以内。', 'always', 'always'],
  ['企业开办时间压缩至1个工作日。', 'standing', 'standing'],
  ['办理时限不超过3个工作日。', 'always', 'always'],
  ['举办对接活动不少于5场。', 'within', 'within'],
])('%s adds up as %s in three years, as %s in one', (text, three, one) => {
  expect([read(text), read(text, anAnnualPlan())]).toEqual([[three], [one]])
})

test('a plan from November to October is one of a year', () => {
  const winter = aThreeYearPlan({ period: { start: '2023-11-01', end: '2024-10-31' } })
  expect(read('每年评选银鹿工匠6名。巡护里程增长5%。', winter)).toEqual(['of_year', 'of_year'])
  const { targets } = readTargets([aClause('12月底前建成驿站3个;3月底前建成水站4座。')], winter)
  expect(targets.map(({ period }) => period?.end)).toEqual(['2023-12-31', '2024-03-31'])
})

test('每年 holds for the counts after it, not for a rate that is only named beside them', () => {
  expect(read('茶叶产值年均增长6%,加工转化率达到80%。')).toEqual(['each_year', 'standing'])
})

test.each(OPEN_READINGS)('$example may be $taken or $other', ({ example, taken, other }) => {
  const [target] = readTargets([aClause(`${example}。`, { kind: 'goal' })], aThreeYearPlan()).targets
  expect([target?.accrual, target?.accrualOther]).toEqual([taken, other])
})

test.each([
  '累计发放创业贷款3亿元。',
  '新增银鹿工匠30名。',
  '年交易额达到8亿元。',
  '建成银鹿驿站12个。',
  '合格率达到98%。',
])('%s leaves nothing open', (text) => {
  expect(readTargets([aClause(text, { kind: 'goal' })], aThreeYearPlan()).targets[0]?.accrualOther).toBeNull()
})
