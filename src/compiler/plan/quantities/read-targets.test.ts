import { describe, expect, it } from 'vitest'
import type { PlanTarget } from '../../compiled-plan.ts'
import { aClause, anAnnualPlan, aThreeYearPlan } from './clause.fixture.ts'
import type { QuantityContext } from './context.ts'
import { readTargets } from './read-targets.ts'

const short = ({ op, value, valueMax, unit, kind, indicator }: PlanTarget): string =>
  `${op} ${value}${valueMax === null ? '' : `–${valueMax}`}${unit} ${kind} ${indicator.text}`

const read = (text: string, context: QuantityContext = anAnnualPlan()): string[] =>
  readTargets([aClause(text)], context).targets.map(short)

describe('signs', () => {
  it.each([
    ['a bare number asks for at least so many', '全年新增规上企业12家。', ['>= 12家 new_in_period 新增规上企业']],
    ['以上', '完成技改投资30亿元以上。', ['>= 30亿元 amount 技改投资']],
    ['及以上', '组织路演活动6场及以上。', ['>= 6场 new_in_period 路演活动']],
    ['不低于', '合格率不低于98%。', ['>= 98% ratio 合格率']],
    ['不少于', '举办专场招聘会不少于20场。', ['>= 20场 new_in_period 举办专场招聘会']],
    ['至少', '至少引进3个科研团队。', ['>= 3个 new_in_period 引进科研团队']],
    ['达到', '自来水普及率达到95%。', ['>= 95% ratio 自来水普及率']],
    ['达', '电商交易额达8亿元。', ['>= 8亿元 amount 电商交易额']],
    ['≥', '绿地率≥38%。', ['>= 38% ratio 绿地率']],
    ['稳定在', '粮食播种面积稳定在40万亩以上。', ['>= 40万亩 area 粮食播种面积']],
    ['建到', '微型消防站建到60个。', ['>= 60个 stock 微型消防站']],
    ['minutes', '到场时间由30分钟压缩到10分钟以内。', ['<= 10分钟 duration 到场时间']],
    ['a range that says its unit twice', '建成康养床位500张至800张。', ['range 500–800张 stock 康养床位']],
    ['classifiers of any thing', '配发望远镜60副、油锯45把,接入视频监控2万路。', ['>= 60副 new_in_period 望远镜', '>= 45把 new_in_period 油锯', '>= 2万路 new_in_period 视频监控']],
    ['a name in quotation marks with a comma', '制作“跟着山歌游白鹭,看老街”短片50条。', ['>= 50条 new_in_period “跟着山歌游白鹭,看老街”短片']],
    ['what is done is named, not the aim before', '林业产值突破9亿元;完成造林2万亩;每年组织演练不少于2次。', ['> 9亿元 amount 林业产值', '>= 2万亩 area 造林', '>= 2次 new_per_year 演练']],
    ['分别 with the places behind it', '分别在东坡、西坡新建苗圃2个、1个。', ['>= 2个 new_in_period 东坡新建苗圃', '>= 1个 new_in_period 西坡新建苗圃']],
    ['突破 is strict', '规上工业总产值突破100亿元。', ['> 100亿元 amount 规上工业总产值']],
    ['超过 is strict', '市场主体总量超过5万户。', ['> 5万户 stock 市场主体总量']],
    ['高于 is strict', '当年开工率高于70%。', ['> 70% ratio 当年开工率']],
    ['超额完成 is strict for the whole list', '超额完成签约6项、投产2项的任务。', ['> 6项 new_in_period 签约', '> 2项 new_in_period 投产']],
    ['左右', '培育示范家庭农场20家左右。', ['~ 20家 stock 示范家庭农场']],
    ['约', '特色产业产值达到约12亿元。', ['~ 12亿元 amount 特色产业产值']],
    ['约 in 签约 is no sign', '全年签约8个项目。', ['>= 8个 new_in_period 签约项目']],
    ['以内', '城镇登记失业率控制在4%以内。', ['<= 4% ratio 城镇登记失业率']],
    ['不超过', '大班额比例不超过2%。', ['<= 2% ratio 大班额比例']],
    ['低于', '万元产值综合费用率低于1%。', ['< 1% ratio 万元产值综合费用率']],
    ['a range', '建设3-5个产业园区。', ['range 3–5个 new_in_period 产业园区']],
    ['a range with a dash', '每年培育1—2家龙头企业。', ['range 1–2家 new_per_year 龙头企业']],
    ['推动 pushes those of the whole province', '推动全省40家茶企上云。', ['>= 40家 new_in_period 茶企上云']],
    ['a year of the plan ends what looks back', '2023年茶企30家;2024年,茶企达到40家。', ['>= 40家 stock 茶企']],
    ['not a figure inside a list of names', '推进10万吨糖厂、青石茶厂等4个项目建设。', ['= 4个 new_in_period 项目建设']],
    ['places moved up', '卫生、教育等2项均前进1—2个名次。', ['range 1–2个 net_increase 前进名次']],
    ['力争 pushes a count without a verb', '力争走访企业60家、园区4个。', ['>= 60家 new_in_period 走访企业', '>= 4个 new_in_period 园区']],
  ])('%s', (_, text, wanted) => expect(read(text)).toEqual(wanted)) // biome-ignore format: a table
})

describe('numerals and units', () => {
  it.each([
    ['thousands separators', '新建充电桩1,200个。', ['>= 1200个 new_in_period 新建充电桩']],
    ['decimals', '新建绿道12.5公里。', ['>= 12.5公里 new_in_period 新建绿道']],
    ['百分之', '秸秆综合利用率达到百分之九十以上。', ['>= 90% ratio 秸秆综合利用率']],
    ['a scale word stays with the unit', '培训农民1.5万人次。', ['>= 1.5万人次 new_in_period 培训农民']],
    ['a compound unit', '引进高层次人才和团队8人(个)以上。', ['>= 8人(个) new_in_period 引进高层次人才和团队']],
    ['a coefficient without a unit', '农田灌溉水有效利用系数达到0.56。', ['>= 0.56 ratio 农田灌溉水有效利用系数']],
    ['a proportion', '加工产值与农业总产值比达到2.5:1。', ['>= 2.5∶1 ratio 加工产值与农业总产值比']],
    ['a shared unit', '审批时限分别压缩至50、40、20个工作日。', 3],
    ['a half-said unit', '办理时间分别压减至6个、22个、32个工作日以内。', ['<= 6个工作日 duration 办理时间', '<= 22个工作日 duration 办理时间', '<= 32个工作日 duration 办理时间']],
    ['a share that is to do something', '推动托育服务覆盖50%以上的镇街。', 1],
    ['per mille and per 100 000', '5岁以下儿童死亡率、孕产妇死亡率分别下降到4.5‰、9/10万。', ['<= 4.5‰ ratio 5岁以下儿童死亡率', '<= 9/10万 ratio 孕产妇死亡率']],
    ['an age', '人均预期寿命达到79岁。', ['>= 79岁 stock 人均预期寿命']],
    ['在 before the figure', '粮食播种面积在20万亩以上。', ['>= 20万亩 area 粮食播种面积']],
    ['a share that does something', '事项90%以上实现网上可办。', 1],
    ['翻一番', '力争企业数量较2020年翻一番。', ['>= 2倍 growth 企业数量']],
    ['突破百家', '力争高新技术企业突破百家。', ['> 100家 stock 高新技术企业']],
    ['either unit', '推广新品种20项(个)以上。', ['>= 20项(个) new_in_period 推广新品种']],
    ['the size of a fund', '设立总规模10亿元的产业基金。', 1],
    ['5G is a name', '新建5G基站90个。', ['>= 90个 new_in_period 新建5G基站']],
    ['a Latin abbreviation before the number', '新增公共场所AED300台。', ['>= 300台 new_in_period 新增公共场所AED']],
  ])('%s', (_, text, wanted) => {
    const found = read(text)
    if (typeof wanted === 'number') expect(found).toHaveLength(wanted)
    else expect(found).toEqual(wanted)
  }) // biome-ignore format: a table
  it('gives money in yuan and households as 家 in the normal form', () => {
    const { targets } = readTargets([aClause('发放贷款0.25亿元,培育企业30户。')], anAnnualPlan())
    expect(targets.map((t) => t.normal)).toEqual([
      { unit: '元', value: 25_000_000, valueMax: null },
      { unit: '家', value: 30, valueMax: null },
    ])
  })
})

describe('lists, shared verbs and 分别', () => {
  it.each([
    ['one verb, several things before their numbers', '建成院士工作站5家、博士后工作站2家。', ['>= 5家 stock 院士工作站', '>= 2家 stock 博士后工作站']],
    ['one verb, several things behind their numbers', '建成2家技术转移机构和1家技术市场。', ['>= 2家 stock 技术转移机构', '>= 1家 stock 技术市场']],
    ['the verb carries over a comma', '选派科技特派员60人,“三区”人才8人。', ['>= 60人 new_in_period 选派科技特派员', '>= 8人 new_in_period “三区”人才']],
    ['each item with its own bound', '新增团队2个以上、青年人才5名以上。', ['>= 2个 new_in_period 新增团队', '>= 5名 new_in_period 青年人才']],
    ['分别 deals values to names', '结案率和调解率分别达到95%、70%以上。', ['>= 95% ratio 结案率', '>= 70% ratio 调解率']],
    ['分别 with a shared head noun', '化肥、农药使用量分别下降3%、4%。', ['>= 3% growth 化肥使用量下降', '>= 4% growth 农药使用量下降']],
    ['分别 with unequal names', '城镇、农村居民人均可支配收入分别增长6%、7%。', ['>= 6% growth 城镇居民人均可支配收入', '>= 7% growth 农村居民人均可支配收入']],
    ['分别 deals to groups named before', '壮大一批龙头企业,培育一批合作社,力争2025年分别达到12户和40户。', ['>= 12户 stock 龙头企业', '>= 40户 stock 合作社']],
    ['values of several units', '确保玉米面积20万亩以上、产量9万吨以上。', ['>= 20万亩 area 玉米面积', '>= 9万吨 new_in_period 玉米产量']],
    ['a clause that goes on about the last noun', '交易额增长20%,到2025年达到3亿元。', ['>= 20% growth 交易额增长', '>= 3亿元 amount 交易额']],
    ['a part of the whole', '建设示范基地20个,其中智慧果园5个、智慧鱼塘3个。', ['>= 20个 new_in_period 示范基地', '>= 5个 new_in_period 智慧果园', '>= 3个 new_in_period 智慧鱼塘']],
    ['a bracket inside the noun', '完成成果转化(含合作开发)30项。', ['>= 30项 new_in_period 成果转化(含合作开发)']],
  ])('%s', (_, text, wanted) => expect(read(text)).toEqual(wanted)) // biome-ignore format: a table
})

describe('closed and named counts', () => {
  it.each([
    ['等N家 closes a list', '支持甲药业、乙化工等4家企业创建省级技术中心。', '= 4家'],
    ['Chinese digits with 等', '建设甲方向、乙方向等三个市级重点实验室。', '= 3个'],
    ['as many names as the number', '建成研发中心、检测中心和孵化中心三个中心。', '= 3个'],
    ['a list of papers', '制定督查、考评等6个专项方案。', '= 6个'],
  ])('%s', (_, text, wanted) =>
    expect(read(text).map((line) => line.split(' ').slice(0, 2).join(' '))).toEqual([wanted]),
  )
  it('is a deliverable when built', () =>
    expect(read('建成研发中心、检测中心等二个中心。')[0]).toContain('deliverable'))
})

describe('from–to phrases', () => {
  it.each([
    ['由…提高至', '覆盖率由60%提高至75%。', '>= 75% ratio 覆盖率', 60],
    ['从…增加到', '示范社从12家增加到20家。', '>= 20家 stock 示范社', 12],
    ['由…压缩至 with the unit left half said', '办理时限由6个工作日压缩至4个。', '<= 4个工作日 duration 办理时限', 6],
    ['由…下降到', '收入比由2.5:1下降到2.3:1。', '<= 2.3∶1 ratio 收入比', 2.5],
  ])('%s', (_, text, wanted, baseline) => {
    const { targets } = readTargets([aClause(text)], anAnnualPlan())
    expect(targets.map(short)).toEqual([wanted])
    expect(targets[0]?.baseline?.value).toBe(baseline)
  })
})

describe('kinds of measure', () => {
  it.each([
    ['growth', '地区生产总值增长6%。', anAnnualPlan()],
    ['growth', '居民消费价格涨幅控制在3%左右。', anAnnualPlan()],
    ['growth', '单位产值能耗下降4%。', anAnnualPlan()],
    ['growth', '降低企业用能成本5%以上。', anAnnualPlan()],
    ['growth', '各项贷款增幅不低于12%。', anAnnualPlan()],
    ['growth', '就诊率提高2个百分点。', anAnnualPlan()],
    ['ratio', '占GDP比重18%以上。', anAnnualPlan()],
    ['ratio', '战略性产业占比提高到30%。', anAnnualPlan()],
    ['per_capita', '每万人发明专利拥有量达到3件。', anAnnualPlan()],
    ['per_capita', '人均公园绿地面积达到12平方米。', anAnnualPlan()],
    ['amount', '争取上级资金5000万元。', anAnnualPlan()],
    ['area', '新建高标准农田2万亩。', anAnnualPlan()],
    ['duration', '平均审批时间压缩至3天以内。', anAnnualPlan()],
    ['net_increase', '净增高新技术企业5家。', anAnnualPlan()],
    ['new_per_year', '每年引进博士10名。', aThreeYearPlan()],
    ['new_per_year', '年新增创新平台3家以上。', aThreeYearPlan()],
    ['new_in_period', '全年新增创新平台3家以上。', anAnnualPlan()],
    ['stock', '人才总量由2.1万人增加到3万人。', aThreeYearPlan()],
    ['per_capita', '每万名劳动者中研发人员达到45人。', aThreeYearPlan()],
    ['new_in_period', '年供水量达到900万吨。', aThreeYearPlan()],
    ['growth', '停水事故压降30%。', aThreeYearPlan()],
    ['stock', '高新技术企业总数达到80家。', anAnnualPlan()],
    ['stock', '众创空间要达到4家。', anAnnualPlan()],
    ['stock', '抓好10个左右重点园区建设。', anAnnualPlan()],
    ['stock', '培育50家企业成为行业骨干企业。', anAnnualPlan()],
    ['stock', '到2025年,建成孵化器2家。', aThreeYearPlan()],
    ['stock', '培育小巨人企业20家。', aThreeYearPlan()],
    ['new_in_period', '建设孵化器2家。', anAnnualPlan()],
    ['new_in_period', '培训技能人才800人次。', aThreeYearPlan()],
    ['new_in_period', '科技型中小企业评价数达到60家。', anAnnualPlan()],
    ['stock', '高新技术企业认定要达到70家。', aThreeYearPlan()],
    ['deliverable', '制定专项实施方案8个。', anAnnualPlan()],
    ['new_in_period', '每个乡镇卫生院配备1名全科医生。', anAnnualPlan()],
    ['milestone', '综合排名进入全市前3位。', anAnnualPlan()],
    ['coverage', '实现村级服务站全覆盖。', anAnnualPlan()],
    ['cadence', '每季度召开一次会议。', anAnnualPlan()],
  ] as const)('%s: %s', (kind, text, context) =>
    expect(readTargets([aClause(text)], context).targets.map((target) => target.kind)).toEqual([kind])) // biome-ignore format: a table
})
