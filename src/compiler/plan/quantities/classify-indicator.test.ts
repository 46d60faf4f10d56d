import { describe, expect, it } from 'vitest'
import type { TargetKind } from '../../compiled-plan.ts'
import { classifyIndicator } from './classify-indicator.ts'
import { aClause, aThreeYearPlan } from './clause.fixture.ts'
import { INDICATORS, KINDS } from './indicators.data.ts'
import { readTargets } from './read-targets.ts'

const rows = INDICATORS.trim()
  .split('\n')
  .map((line) => {
    const [code = '', name = '', unit = '', , , , kinds = ''] = line.split('|')
    return { code, name, unit, kinds: KINDS[kinds] ?? [] }
  })

describe('every row', () => {
  const codesOf = (phrase: string, { kinds, unit }: (typeof rows)[number]) =>
    new Set(kinds.map((kind) => classifyIndicator(phrase, { kind, unit })))

  it.each(rows)('$code takes its standard name', (row) => expect(codesOf(row.name, row)).toContain(row.code))
  it.each(rows)('$code is not guessed of a narrower thing', (row) => {
    expect(codesOf(`竹编${row.name}`, row)).toEqual(new Set([null]))
    expect(codesOf(`临时性${row.name}`, row)).toEqual(new Set([null]))
  })
  it.each(rows)('$code is not guessed of what only contains it', (row) =>
    expect(codesOf(`${row.name}培训课程`, row)).toEqual(new Set([null])),
  )
})

type Example = readonly [phrase: string, kind: TargetKind, unit: string, code: string | null]

describe('what is kept apart', () => {
  it.each([
    ['申报高企', 'new_in_period', '家', 'HNTE_APPLY_YEAR'],
    ['高新技术企业申请数', 'new_in_period', '家', 'HNTE_APPLY_YEAR'],
    ['通过认定高新技术企业', 'new_in_period', '家', 'HNTE_PASSED_YEAR'],
    ['新认定国家高新技术企业', 'new_in_period', '户', 'HNTE_NEWLY_CERTIFIED'],
    ['净增高企', 'net_increase', '家', 'HNTE_NET_INCREASE'],
    ['高企培育库入库企业', 'new_in_period', '家', 'HNTE_RESERVE_NEW'],
    ['清河县高新技术企业总数', 'stock', '家', 'HNTE_STOCK'],
    ['培育高新技术企业', 'stock', '家', null],
    ['打造高新技术企业', 'stock', '家', null],
    ['支持高新技术企业', 'new_in_period', '家', null],
    ['示范县高新技术企业', 'stock', '家', null],
    ['走访高新技术企业', 'new_in_period', '家次', null],
    ['高新技术企业产值', 'amount', '亿元', null],
    ['高新技术企业贷款余额', 'stock', '亿元', null],
    ['高新技术企业和科技型中小企业', 'stock', '家', null],
    ['高新技术企业占规上工业企业比重', 'ratio', '%', null],
    ['非高新技术企业', 'stock', '家', null],
    ['科技型中小企业评价入库', 'new_in_period', '家', 'TSME_EVALUATED_YEAR'],
    ['科技型中小企业入库', 'stock', '家', 'TSME_EVALUATED_YEAR'],
    ['科技型中小企业', 'stock', '家', 'TSME_STOCK'],
    ['科技型企业', 'stock', '家', null],
    ['科技型中小企业创新英才', 'stock', '人', 'TSME_ELITE_STOCK'],
    ['科技小巨人', 'stock', '家', 'TECH_LITTLE_GIANT_STOCK'],
    ['农业科技“小巨人”企业', 'stock', '家', 'AGRI_LITTLE_GIANT'],
    ['专精特新“小巨人”企业', 'stock', '家', 'SRDI_LITTLE_GIANT'],
    ['省级专精特新小巨人企业', 'stock', '家', null],
    ['新增省级“专精特新”中小企业', 'new_in_period', '家', 'SRDI_PROV_NEW'],
    ['举办“专精特新”招聘会', 'new_in_period', '场', null],
    ['新增上市公司', 'new_in_period', '家', null],
    ['上市挂牌企业', 'stock', '家', null],
    ['新增规模以上工业企业', 'new_in_period', '家', 'ABOVE_SCALE_INDUSTRY_NEW'],
    ['规上工业企业开展数字化诊断', 'new_in_period', '家', null],
    ['新增企业上云', 'new_in_period', '家', 'ENT_CLOUD_NEW'],
    ['工业企业上云比例', 'ratio', '%', null],
    ['新型农业经营主体', 'new_in_period', '家', null],
  ] satisfies Example[])('firms: %s', (phrase, kind, unit, code) =>
    expect(classifyIndicator(phrase, { kind, unit })).toBe(code),
  )

  it.each([
    ['全社会研发经费投入占地区生产总值比重', 'ratio', '%', 'RD_GDP_RATIO'],
    ['R&D经费投入强度', 'ratio', '%', 'RD_GDP_RATIO'],
    ['规模以上工业企业研发投入强度', 'ratio', '%', null],
    ['规上工业企业研发费用占主营业务收入的比例', 'ratio', '%', 'RD_REVENUE_RATIO'],
    ['龙头企业研发投入占销售收入比例', 'ratio', '%', null],
    ['全社会研发经费投入增长', 'growth', '%', 'RD_EXP_GROWTH'],
    ['规上工业企业研发经费增长', 'growth', '%', null],
    ['规模以上工业企业建立研发机构的比例', 'ratio', '%', 'RD_ORG_COVERAGE'],
    ['规模以上制造业企业设立研发机构的比例', 'ratio', '%', 'RD_ORG_COVERAGE_MFG'],
    ['大中型工业企业研发机构覆盖率', 'ratio', '%', null],
    ['有研发活动的规上工业企业占比', 'ratio', '%', 'RD_ACTIVE_COVERAGE'],
    ['高新技术产业增加值占GDP比重', 'ratio', '%', 'HT_VA_GDP_RATIO'],
    ['高新技术产业增加值占规上工业增加值比重', 'ratio', '%', 'HT_VA_INDUSTRY_RATIO'],
    ['高新技术产业增加值', 'growth', '%', 'HT_VA_GROWTH'],
    ['高新技术产业投资增长', 'growth', '%', null],
    ['技术合同登记成交额', 'amount', '亿元', 'TECH_CONTRACT_AMOUNT'],
    ['技术合同成交额占GDP比重', 'ratio', '%', 'TECH_CONTRACT_GDP_RATIO'],
    ['登记技术合同', 'new_in_period', '项', null],
    ['吸纳技术合同成交额', 'amount', '亿元', null],
    ['技术交易额', 'amount', '亿元', null],
    ['新产品销售收入', 'amount', '亿元', null],
    ['第一产业增加值增长', 'growth', '%', null],
    ['规上工业总产值', 'amount', '亿元', null],
    ['地方一般公共预算收入增长', 'growth', '%', 'BUDGET_REVENUE_GROWTH'],
    ['园区固定资产投资增长', 'growth', '%', null],
    ['研发投入强度提高', 'growth', '个百分点', null],
  ] satisfies Example[])('money and shares: %s', (phrase, kind, unit, code) =>
    expect(classifyIndicator(phrase, { kind, unit })).toBe(code),
  )

  it.each([
    ['省级以上重点实验室', 'stock', '家', 'KEYLAB_PROV_UP'],
    ['新增省级重点实验室', 'new_in_period', '家', 'KEYLAB_PROV_NEW'],
    ['建设省级重点实验室', 'new_in_period', '个', 'KEYLAB_PROV_BUILD'],
    ['市级重点实验室', 'stock', '家', null],
    ['茶叶重点实验室', 'stock', '家', null],
    ['产业技术研究院创建省级产业技术研究院', 'new_in_period', '家', 'ITRI_PROV_APPLY'],
    ['企业创建省级校企联合创新中心', 'new_in_period', '家', 'ENT_UNIV_CENTER_PROV_APPLY'],
    ['备案省级新型研发机构', 'new_in_period', '个', 'NEW_RD_ORG_PROV'],
    ['市级创新平台', 'new_in_period', '家', 'PLATFORM_CITY_BUILD'],
    ['新建市级及以上创新平台', 'new_in_period', '家', 'PLATFORM_CITY_UP_NEW'],
    ['国家级科技企业孵化器', 'stock', '家', 'INCUBATOR_NAT'],
    ['孵化器', 'stock', '家', 'INCUBATOR_STOCK'],
    ['孵化器在孵企业', 'stock', '家', null],
    ['众创空间', 'stock', '家', 'MAKERSPACE_STOCK'],
    ['新建众创空间', 'new_in_period', '家', null],
    ['省级众创空间', 'stock', '家', null],
    ['院士专家工作站', 'stock', '家', 'ACADEMICIAN_STATION'],
    ['新增院士专家工作站', 'new_in_period', '个', 'ACADEMICIAN_STATION_NEW'],
    ['企业技术中心以及院士工作站', 'new_in_period', '家', null],
    ['云岭县专家工作站', 'stock', '个', 'EXPERT_STATION_NEW'],
    ['学会专家工作站', 'stock', '个', null],
    ['备案市级以上星创天地', 'new_in_period', '家', 'STAR_SPARK_CITY_UP'],
    ['技术转移示范机构', 'stock', '家', null],
  ] satisfies Example[])('platforms: %s', (phrase, kind, unit, code) =>
    expect(classifyIndicator(phrase, { kind, unit })).toBe(code),
  )

  it.each([
    ['选派科技特派员', 'new_in_period', '名', 'STC_DISPATCHED'],
    ['科技特派员', 'stock', '名', 'STC_STOCK'],
    ['选派省级科技特派员', 'new_in_period', '名', null],
    ['培训科技特派员', 'new_in_period', '人次', null],
    ['科技特派员工作站', 'new_in_period', '个', null],
    ['“三区”科技人才', 'new_in_period', '人', 'SANQU_TALENT'],
    ['引进和培养高层次人才', 'new_in_period', '名', 'HL_TALENT_NEW'],
    ['高层次医疗人才', 'new_in_period', '名', null],
    ['引进高层次人才和团队', 'new_in_period', '人(个)', 'HL_TALENT_TEAM_INTRODUCED'],
    ['高层次创新创业团队', 'stock', '个', 'HL_TEAM_STOCK'],
    ['非公有制企业青年科技人才', 'new_in_period', '名', null],
    ['市级以上各类人才计划入选', 'new_in_period', '人', 'TALENT_PLAN_CITY_UP'],
    ['万人高价值专利拥有量', 'per_capita', '件', 'HV_PATENT_PER_10K'],
    ['每万人口发明专利拥有量', 'per_capita', '件', 'PATENT_PER_10K'],
    ['有效发明专利', 'stock', '件', 'PATENT_STOCK'],
    ['有效发明专利总量增长率', 'growth', '%', 'PATENT_STOCK_GROWTH'],
    ['发明专利授权量', 'new_in_period', '件', 'PATENT_GRANTED'],
    ['公开实施专利', 'stock', '件', null],
    ['累计云岭市PCT国际专利申请量', 'new_in_period', '件', 'PCT_APPLIED_TOTAL'],
    ['新增茶叶注册商标', 'new_in_period', '件', null],
    ['知识产权质押融资金额', 'amount', '亿元', 'IP_PLEDGE_AMOUNT'],
    ['股权质押融资金额', 'amount', '亿元', null],
    ['科技成果转移转化', 'new_in_period', '项', 'ACHIEVEMENT_TRANSFER'],
    ['重要科技成果转化', 'new_in_period', '项', 'KEY_ACHIEVEMENTS_TRANSFERRED'],
    ['转化国际先进成果', 'new_in_period', '项', null],
    ['成果转化基地', 'new_in_period', '个', null],
    ['申报省科技奖励项目', 'new_in_period', '项', 'PROV_AWARD_APPLY'],
    ['制定专项实施方案', 'deliverable', '个', 'SPECIAL_PLANS'],
    ['开工项目', 'new_in_period', '个', null],
    ['家庭医生签约', 'new_in_period', '户', null],
    ['高标准农田灌溉渠道', 'new_in_period', '公里', null],
    ['粮食种植面积', 'area', '万亩', 'GRAIN_AREA'],
    ['栽植行道树', 'new_in_period', '株', null],
  ] satisfies Example[])('people, rights and others: %s', (phrase, kind, unit, code) =>
    expect(classifyIndicator(phrase, { kind, unit })).toBe(code),
  )
})

describe('in a sentence', () => {
  it.each([
    ['对30家规上工业企业开展数字化诊断', [null]],
    ['支持3家产业技术研究院创建省级产业技术研究院', ['ITRI_PROV_APPLY']],
    ['培育20家高新技术企业成为行业领军企业', [null]],
    ['培养20名骨干专家人才成为行业带头人', ['KEY_EXPERTS_CULTIVATED']],
    ['培育高新技术企业20家', [null]],
    ['高新技术企业达到20家', ['HNTE_STOCK']],
    ['新增规上工业企业9家、专精特新中小企业4家', ['ABOVE_SCALE_INDUSTRY_NEW', 'SRDI_PROV_NEW']],
  ])('%s', (text, codes) =>
    expect(readTargets([aClause(text)], aThreeYearPlan()).targets.map(({ indicator }) => indicator.code)).toEqual(
      codes,
    ),
  )
})
