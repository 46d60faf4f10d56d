import { describe, expect, it } from 'vitest'
import { aClause, anAnnualPlan } from './clause.fixture.ts'
import { readTargets } from './read-targets.ts'

const aims = (text: string, path: string[] = []): string[] =>
  readTargets([aClause(text, { path })], anAnnualPlan())
    .targets.filter((target) => target.kind !== 'benefit')
    .map((target) => target.clause.text)

describe('numbers that are not targets', () => {
  it.each([
    ['what was achieved', '去年新增规上企业15家。'],
    ['what has been achieved', '目前已建成示范园区6个,带动农户2000户。'],
    ['an earlier year', '2022年全县技术合同成交额8亿元。'],
    ['one of two thresholds', '建立用工500人以上或一次招录90人以上的企业专员制度。'],
    ['a standing stock', '现有省级以上平台12家。'],
    ['up to a past day', '截至2023年底,高新技术企业达到45家。'],
    ['a five-year plan that is over', '“十三五”期间累计投入资金3亿元。'],
    ['done, in the perfective', '新引进了20家企业。'],
    ['who qualifies', '对年营业收入2000万元以上的企业开展诊断。'],
    ['who qualifies, in a clause of condition', '首次认定且连续3年增长10%以上的,优先推荐。'],
    ['a class of projects', '加强投资5000万元以上项目调度。'],
    ['a class by size', '推进10万吨级码头前期工作。'],
    ['a brand name in quotation marks', '深入实施“三个一百”工程和“千企百城”行动。'],
    ['a formula', '构建“5+N”产业体系。'],
    ['grand words with 大', '实施十大工程、八大行动,壮大五大产业。'],
    ['organisational counts', '落实八项规定,做到两个维护,增强四个意识。'],
    ['a meeting by its number', '贯彻十四届三次全会精神。'],
    ['words with 一', '一把手负责,打造一站式服务,一次性告知。'],
    ['parts of the county', '覆盖全县12个乡镇。'],
    ['the addressees', '组织相关8个部门开展培训。'],
    ['arrangement of the work', '围绕5个环节,分3个阶段推进。'],
    ['a working group', '下设4个工作组。'],
    ['clause numbers and years', '按照《条例》第15条和2024年工作安排执行。'],
    ['a document number', '落实《通知》(某政办发〔2023〕12号)要求。'],
    ['a plan by its years', '启动三年行动计划。'],
    ['a time of day', '提供24小时自助服务。'],
    ['how long an applicant waits', '自受理之日起5个工作日内答复。'],
    ['a telephone number', '热线电话12345全天畅通。'],
    ['a rate charged', '贷款年利率不高于4%。'],
    ['a share borne', '风险损失由县财政承担30%。'],
    ['the title of a notice', '关于印发4个实施方案的通知。'],
    ['a ground to build on', '在完成13类事项梳理的基础上优化流程。'],
    ['tasks counted', '统筹推进25项重点任务、12项改革举措。'],
    ['a vague number', '培育一批骨干企业和若干领军人才。'],
    ['one named thing among others', '推行1对1帮扶。'],
    ['a thing described by its size', '发展一批300—500亩的标准果园。'],
    ['what a set of projects costs', '储备项目库,总投资20亿元。'],
    ['a doubling in a name', '实施企业倍增计划。'],
    ['coverage that is only worked on', '按照全领域、全覆盖要求推进。'],
    ['a condition with 当', '当价格涨幅达到6%时,启动联动机制。'],
    ['a limit of relief', '缓缴期限最长不超过3个月。'],
    ['a share not passed', '月销售额未超过10万元的免税。'],
    ['what a gift is for', '吸纳2人以上就业的给予补贴。'],
    ['a small size', '在建筑面积1000平方米以下的项目中试点。'],
    ['a rank once reached', '综合实力居全省第5位。'],
  ])('%s', (_, text) => expect(aims(text)).toEqual([])) // biome-ignore format: a table

  it('leaves out a section that looks back', () => {
    expect(aims('新建农村公路120公里。', ['一、2023年工作回顾'])).toEqual([])
    expect(aims('新建农村公路120公里。', ['二、2024年工作安排'])).toHaveLength(1)
    expect(aims('新建农村公路120公里。', ['三、优化产业发展环境'])).toHaveLength(1)
    expect(aims('新建农村公路120公里。', ['一、发展形势和主要目标'])).toHaveLength(1)
  })
})

describe('numbers that are targets beside such words', () => {
  it.each([
    ['the aim after the past', '去年建成5个,今年力争建成8个。', '今年力争建成8个'],
    ['the aim after a mere 现有', '发挥现有平台作用,引进企业3家。', '引进企业3家'],
    ['the aim after what is done as an adjective', '对已入库的企业加强服务,新认定企业5家。', '新认定企业5家'],
    ['a comparison with an earlier year', '较2022年增长12%以上。', '较2022年增长12%以上'],
    ['a class of projects that is counted', '引进投资1亿元以上项目6个。', '引进投资1亿元以上项目6个'],
    ['a size before the counted thing', '建设年产10万吨以上加工厂2个。', '建设年产10万吨以上加工厂2个'],
    ['a class inside the indicator', '年收入10万元以上的村占比达到60%。', '年收入10万元以上的村占比达到60%'],
    ['money paid out as an aim', '发放创业担保贷款6000万元。', '发放创业担保贷款6000万元'],
    ['a quoted name that is counted', '选派“三支一扶”人员30名。', '选派“三支一扶”人员30名'],
    ['a rank to be reached', '力争综合考评进入全市前5名。', '力争综合考评进入全市前5名'],
  ])('%s', (_, text, clause) => expect(aims(text)).toEqual([clause])) // biome-ignore format: a table
})

describe('offers to applicants', () => {
  it.each([
    ['对首次认定的企业,给予最高20万元奖励。', '<= 20'],
    ['按实际投资额的10%给予补助。', '>= 10'],
    ['每家一次性奖励5万元。', '>= 5'],
    ['企业所得税减按15%征收。', '>= 15'],
  ])('%s', (text, wanted) => {
    const { targets } = readTargets([aClause(text)], anAnnualPlan())
    expect(targets.map((t) => [t.kind, `${t.op} ${t.value}`])).toEqual([['benefit', wanted]])
  })
})
