import { describe, expect, it } from 'vitest'
import type { PlanTarget } from '../../compiled-plan.ts'
import { Passage } from '../passage.ts'
import { aClause, anAnnualPlan, aThreeYearPlan } from './clause.fixture.ts'
import type { Clause, QuantityContext } from './context.ts'
import { readTargets } from './read-targets.ts'

const all = (text: string, context: QuantityContext = aThreeYearPlan()): PlanTarget[] =>
  readTargets([aClause(text, { kind: 'goal' })], context).targets
const ends = (text: string, context?: QuantityContext) => all(text, context).map((t) => t.period?.end ?? null)

describe('periods', () => {
  it.each([
    ['the plan’s own', '培育企业10家。', ['2025-12-31']],
    ['到…年', '到2024年,培育企业10家。', ['2024-12-31']],
    ['two years in one sentence', '到2024年,达到10家;到2025年,达到15家。', ['2024-12-31', '2025-12-31']],
    ['力争…年', '力争2024年分别达到30户和25户。', ['2024-12-31', '2024-12-31']],
    ['a month', '2024年6月底前建成站点8个。', ['2024-06-30']],
    ['三年内 in a plan of three years', '三年内引进团队6个。', ['2025-12-31']],
    ['两年内 counts from the day of issue', '两年内引进团队6个。', ['2025-02-09']],
    ['the plan’s span in a later clause', '2024年支出增长8%,三年累计安排资金900万元。', ['2024-12-31', '2025-12-31']],
    ['计划期内', '2024年底前投用,计划期内接待学员500人次。', ['2025-12-31']],
    ['a rhythm is no month', '实行一月一通报、一季一点评,整改时限不超过20天。', ['2025-12-31']],
    ['how long something has lasted', '对成立两年以内的企业加强辅导,新认定企业8家。', ['2025-12-31']],
    ['a deadline does not bound what is done each year', '2024年底前投用,每年接待学员500人次以上。', ['2025-12-31']],
    ['…年起 runs to the end of the plan', '2024年起每年建设村级冷库3座。', ['2025-12-31']],
    ['years dealt by 分别', '新建驿站6处,其中2023年、2024年、2025年分别新建1处、2处、3处。', ['2025-12-31', '2023-12-31', '2024-12-31', '2025-12-31']],
    ['years that share one 年', '2024、2025年学位总数分别达到4000个、5200个。', ['2024-12-31', '2025-12-31']],
    ['a span of years dealt', '2023—2025年改造管网分别完成20公里、30公里、40公里。', ['2023-12-31', '2024-12-31', '2025-12-31']],
    ['years listed deal without 分别', '2023年度、2024年度、2025年度收缴率达到90%、93%、95%。', ['2023-12-31', '2024-12-31', '2025-12-31']],
    ['years dealt behind 在', '收缴率力争在2023年、2024年、2025年分别达到90%、93%、95%。', ['2023-12-31', '2024-12-31', '2025-12-31']],
    ['三年分别 are the years of the plan', '收缴率三年分别达到90%、93%、95%。', ['2023-12-31', '2024-12-31', '2025-12-31']],
    ['三年内 and 分别 in a plan of three years', '三年内,收缴率分别达到90%、93%、95%。', ['2023-12-31', '2024-12-31', '2025-12-31']],
    ['values dealt to names are not dealt to years', '2023—2025年,粮食、蔬菜、水果产量分别达到3万吨、4万吨、5万吨。', ['2025-12-31', '2025-12-31', '2025-12-31']],
    ['two values are none of three years', '三年内收缴率分别达到90%、93%。', ['2025-12-31', '2025-12-31']],
    ['“十四五”末', '到“十四五”末,覆盖率达到90%。', ['2025-12-31']],
    ['a year carried through the paragraph of goals', '到2024年,达到10家。产值突破5亿元。', ['2024-12-31', '2024-12-31']],
    ['a year named where no figure is', '到2024年,体系更加完善。产值突破5亿元。', ['2024-12-31']],
    ['two years dealt by 分别', '到2024年和2025年,健康素养水平分别不低于22%和30%。', ['2024-12-31', '2025-12-31']],
    ['a base year is no period', '较2022年增长12%以上。', ['2025-12-31']],
  ])('%s', (_, text, wanted) => expect(ends(text)).toEqual(wanted)) // biome-ignore format: a table
  it('is null when nothing tells it', () =>
    expect(ends('培育企业10家。', aThreeYearPlan({ period: null, issuedOn: null, titleYear: null }))).toEqual([null]))
  it('of 到…年 starts with the plan', () =>
    expect(all('到2024年,培育企业10家。')[0]?.period).toEqual({ start: '2023-01-01', end: '2024-12-31' }))
  it('of …年起 starts with that year', () =>
    expect(all('2024年起每年建设村级冷库3座。')[0]?.period?.start).toBe('2024-01-01'))
  it('leaves the past out of a baseline', () =>
    expect(all('到2025年,森林覆盖率由2022年的61%提高到64%;蓄积量达到90万立方米。')).toHaveLength(2))
  it('of a bare year is that year', () =>
    expect(all('2024年全县交易总额达到4亿元。')[0]?.period).toEqual({ start: '2024-01-01', end: '2024-12-31' }))
})

describe('what the period was read from', () => {
  const read = (more: Partial<Clause>, text = '建成驿站8个。') =>
    readTargets([aClause(text, more)], aThreeYearPlan()).targets.map((t) => [t.period?.end, t.periodFrom])[0]
  it.each<[string, Partial<Clause>, [string, string]]>([
    ['its own words', { dueOn: '2024-06-30', path: ['2025年任务'] }, ['2024-12-31', 'words']],
    ['its task’s deadline', { dueOn: '2024-06-30', path: ['2025年任务'] }, ['2024-06-30', 'task']],
    ['the innermost heading with a year', { path: ['2025年任务', '2024年目标', '驿站'] }, ['2024-12-31', 'heading']],
    ['the plan, where a heading only says its years again', { path: ['2023—2025年目标'] }, ['2025-12-31', 'plan']],
    ['a heading that sets a day', { path: ['到2024年底建成驿站网络'] }, ['2024-12-31', 'heading']],
    ['the plan, where a heading names a paper', { path: ['贯彻2024年1号文件'] }, ['2025-12-31', 'plan']],
    ['the plan, where a heading looks back', { path: ['2021年情况'] }, ['2025-12-31', 'plan']],
  ])('%s', (_, more, wanted) =>
    expect(read(more, wanted[1] === 'words' ? '到2024年建成驿站8个。' : undefined)).toEqual(wanted),
  )
})

describe('force', () => {
  it.each<[string, (string | null)[]]>([
    ['单位能耗下降3%(约束性),产值增长6%左右(预期性)。', ['binding', 'expected']],
    [
      '约束性指标:森林覆盖率达到60%,耕地保有量达到30万亩;预期性指标:茶叶产值增长6%。',
      ['binding', 'binding', 'expected'],
    ],
    ['完成约束性和预期性指标,森林覆盖率达到60%。', [null]],
    ['建成驿站8个。', [null]],
  ])('%s', (text, wanted) => expect(all(text).map((t) => t.force)).toEqual(wanted))
  it('is that of the heading', () =>
    expect(
      readTargets([aClause('森林覆盖率达到60%。', { path: ['(一)约束性指标'] })], aThreeYearPlan()).targets[0]?.force,
    ).toBe('binding'))
})

describe('modality and scope', () => {
  it.each([
    ['力争产值增长10%,新增企业5家。', ['力争', '力争']],
    ['培育企业5家。', ['应当']],
    ['支持建立工作站2个以上。', ['支持']],
    ['确保合格率达到98%。', ['应当']],
    ['力争产值增长10%,确保新增企业5家。', ['力争', '应当']],
    ['组织培训500人次。', ['应当']],
    ['争取上级专项资金2000万元。', ['应当']],
    ['探索设立服务站2个。', ['力争']],
    ['鼓励企业设立研发中心3家。', ['支持']],
  ])('%s', (text, wanted) => expect(all(text).map((t) => t.modality)).toEqual(wanted))
  it('takes the issuer’s level, or that of the townships named', () => {
    expect(all('培育企业5家。')[0]?.scopeLevel).toBe('县')
    expect(all('每个乡镇建设示范点2个。')[0]?.scopeLevel).toBe('乡镇')
  })
})

describe('places', () => {
  it('point at the clause and at the figure', () => {
    const text = '加快建设步伐,建成站点8个以上,发挥作用。'
    const [target] = all(text)
    expect(target?.clause.text).toBe('建成站点8个以上')
    expect(text.slice(...(target?.clause.span ?? [0, 0]))).toBe('建成站点8个以上')
    expect(text.slice(...(target?.valueSpan ?? [0, 0]))).toBe('8个以上')
  })
})

describe('indicator codes', () => {
  it.each([
    ['申报高新技术企业20家', 'HNTE_APPLY_YEAR'],
    ['通过认定高新技术企业15家', 'HNTE_PASSED_YEAR'],
    ['新认定高新技术企业12家', 'HNTE_NEWLY_CERTIFIED'],
    ['净增高企6家', 'HNTE_NET_INCREASE'],
    ['有效期内高新技术企业总数突破90家', 'HNTE_STOCK'],
    ['高企后备库入库30家', 'HNTE_RESERVE_NEW'],
    ['全社会研发经费支出占GDP比重达到2.1%', 'RD_GDP_RATIO'],
    ['研发投入强度达到2%', 'RD_GDP_RATIO'],
    ['全社会研发投入增长15%', 'RD_EXP_GROWTH'],
    ['技术合同成交额达到6亿元', 'TECH_CONTRACT_AMOUNT'],
    ['技术合同成交额占GDP比重达到3%', 'TECH_CONTRACT_GDP_RATIO'],
    ['每万人高价值发明专利拥有量达到1.5件', 'HV_PATENT_PER_10K'],
    ['选派科技特派员40名', 'STC_DISPATCHED'],
    ['建成院士专家工作站2家', 'ACADEMICIAN_STATION'],
    ['栽植行道树500株', null],
  ])('%s', (text, code) => expect(all(text, anAnnualPlan())[0]?.indicator.code).toBe(code))
})

/** Reads paragraphs of one document, which stand one after the other. */
function readAll(texts: readonly string[], context: QuantityContext = aThreeYearPlan()) {
  let from = 0
  const clauses = texts.map((text, i) => {
    const start = from
    from += text.length + 1
    const passage = new Passage(
      text,
      Uint32Array.from({ length: text.length }, (_, at) => start + at),
    )
    return { ...aClause(text, { taskId: `k${i}` }), passage }
  })
  return readTargets(clauses, context)
}

describe('what is doubtful', () => {
  it('reports a repeated target and links it', () => {
    const { targets, diagnostics } = readAll(['众创空间达到6家。', '到2025年,建成众创空间6家。'])
    expect(targets[1]?.duplicateOf).toBe(targets[0]?.id)
    expect(diagnostics.map((d) => d.code)).toEqual(['GT201'])
  })
  it.each([
    ['GT202', ['众创空间达到6家。', '众创空间达到8家。'], aThreeYearPlan()],
    ['GT203', ['培育企业8家。'], aThreeYearPlan({ period: null, issuedOn: null, titleYear: null })],
    ['GT204', ['培育一批骨干企业。'], aThreeYearPlan()],
    ['GT205', ['到2023年,培育企业8家。'], aThreeYearPlan({ issuedOn: '2024-05-01', titleYear: 2023 })],
    ['GT206', ['到2023年,培育企业8家。'], aThreeYearPlan({ today: '2024-05-01' })],
    ['GT207', ['建设基地10个,其中甲类基地8个、乙类基地5个。'], aThreeYearPlan()],
    ['GT208', ['引进人才和团队5人(个)以上。'], aThreeYearPlan()],
    ['GT209', ['到2030年,培育企业8家,建成驿站12个,茶企达到40家。'], aThreeYearPlan()],
  ] as const)('%s', (code, texts, context) =>
    expect(readAll(texts, context).diagnostics.map((d) => d.code)).toContain(code)) // biome-ignore format: a table
  it('lets a vision stand beside the plan’s own years', () =>
    expect(
      readAll(['到2025年,培育企业8家,建成驿站12个;到2030年,茶企达到40家。'], aThreeYearPlan()).diagnostics,
    ).toEqual([]))
  it('reports many days that have passed together', () => {
    const texts = Array.from(
      { length: 12 },
      (_, i) => `到2023年,培育${'甲乙丙丁戊己庚辛壬癸子丑'[i]}类企业${i + 2}家。`,
    )
    const passed = readAll(texts, aThreeYearPlan({ today: '2024-05-01' })).diagnostics.filter((d) => d.code === 'GT206')
    expect(passed.map(({ message }) => message.includes('等12项'))).toEqual([true])
  })
  it.each([
    ['different levels of one thing', ['省级重点实验室达到2家。', '市级重点实验室达到8家。']],
    ['applied for and recognised', ['申报高新技术企业20家。', '通过认定高新技术企业15家。']],
    ['different years', ['到2024年,众创空间达到6家。', '到2025年,众创空间达到8家。']],
    ['parts that fit', ['建设基地10个,其中甲类基地5个、乙类基地5个。']],
    ['a vague group whose number follows', ['壮大一批企业,力争达到30户。']],
  ])('says nothing of %s', (_, texts) => expect(readAll(texts).diagnostics).toEqual([]))
})
