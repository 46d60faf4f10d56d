import { describe, expect, it } from 'vitest'
import { aClause, aThreeYearPlan } from './clause.fixture.ts'
import { readTargets } from './read-targets.ts'

const names = (text: string): string[] =>
  readTargets([aClause(text)], aThreeYearPlan()).targets.map(({ indicator, kind }) => `${indicator.text} ${kind}`)

describe('names of targets', () => {
  it.each([
    ['years dealt: the noun before them', '学位总数2023年、2024年分别达到4000个、4600个。', ['学位总数 stock', '学位总数 stock']],
    ['years dealt: the noun behind 分别', '2023年、2024年分别新建驿站2处、3处。', ['新建驿站 new_in_period', '新建驿站 new_in_period']],
    ['years dealt: the noun of the total', '三年新建驿站5处,其中2023年、2024年分别新建2处、3处。', ['新建驿站 new_in_period', '新建驿站 new_in_period', '新建驿站 new_in_period']],
    ['years dealt before the noun', '2023年、2024年油料产量分别稳定在3万吨、4万吨。', ['油料产量 new_in_period', '油料产量 new_in_period']],
    ['年均 before 分别 is no name', '工业增加值、建筑业总产值年均分别增长8%、10%。', ['工业增加值 growth', '建筑业总产值 growth']],
    ['what is done with the things counted', '遴选优秀课例200节汇编成册。', ['遴选优秀课例 new_in_period']],
    ['…a noun that begins with a verb is the thing', '新建培训基地3个、培训中心2处。', ['新建培训基地 new_in_period', '培训中心 new_in_period']],
    ['two verbs that open it', '培育青年创业项目50个,带动就业300人。', ['青年创业项目 stock', '带动就业 new_in_period']],
    ['what changes is named as a whole', '爆管停水事故压降20%,巡护里程增长5%。', ['爆管停水事故压降 growth', '巡护里程增长 growth']],
    ['what is ranked too', '综合排名进入全省前9名。', ['综合排名进入全省 milestone']],
    ['a year before the sign is no part of it', '教师配齐率2024年底达到95%。', ['教师配齐率 ratio']],
    ['where it is done', '在3个乡镇、20个村新建水站30座。', ['新建水站 new_in_period']],
    ['分别 with one figure deals it to each', '青石市、白鹭市分别完成灌区改造5宗。', ['青石市灌区改造 new_in_period', '白鹭市灌区改造 new_in_period']],
    ['各 too', '青石镇、白鹭镇各建成2个苗圃。', ['青石镇苗圃 stock', '白鹭镇苗圃 stock']],
    ['…not to 各乡镇, which are not all named', '各乡镇、街道均建成驿站2个。', ['各乡镇、街道均建成驿站 stock']],
    ['two rates with one figure', '知晓率、满意度达到90%。', ['知晓率 ratio', '满意度 ratio']],
    ['…not a rate of two things', '公办、民办幼儿园入园率达到90%。', ['公办、民办幼儿园入园率 ratio']],
    ['a share that is acted on', '信访件100%回访。', ['信访件回访率 ratio']],
    ['到期 is a word', '到期合同续签率不低于80%。', ['到期合同续签率 ratio']],
    ['应保尽保 is a word', '应保尽保率达到100%。', ['应保尽保率 ratio']],
    ['在校, 再生, 共享 are words', '在校生达到900人,再生水利用率达到30%,共享车位达到600个。', ['在校生 stock', '再生水利用率 ratio', '共享车位 stock']],
    ['起 ends the time', '2024年起每年打造样板街区2个。', ['样板街区 new_per_year']],
    ['spans are no part of it', '三年累计新认定放心店60家。', ['新认定放心店 new_in_period']],
    ['…nor at its end', '绿色信贷投放额三年累计达到6亿元。', ['绿色信贷投放额 amount']],
    ['a bare noun keeps its verb', '每年服务群众不少于800人次。', ['服务群众 new_per_year']],
    ['where the thing stands before what it is for', '每年从高校选聘“驻园导师”6名到车间任职。', ['选聘“驻园导师” new_per_year']],
    ['for whom is said before the verb', '每年为种植大户发放备耕贷款3000万元以上。', ['备耕贷款 amount']],
    ['what is measured', '办结时限一般不超过10天。', ['办结时限 duration']],
    ['a share of what was named before', '文旅产业增加值达到9亿元,占全县生产总值比重达到6%。', ['文旅产业增加值 amount', '文旅产业增加值占全县生产总值比重 ratio']],
    ['levels share the noun of the last', '创建1个国家级、4个省级森林村庄。', ['创建国家级森林村庄 new_in_period', '创建省级森林村庄 new_in_period']],
    ['a rank', '力争群众安全感排名进入全市前2位。', ['群众安全感排名进入全市 milestone']],
    ['100%覆盖', '对全县行政村实现快递服务100%覆盖。', ['快递服务覆盖 coverage']],
    ['a fall', '万元产值用水量较2022年下降6%。', ['万元产值用水量下降 growth']],
    ['a fall named by the verb before', '压减公用经费5%。', ['公用经费下降 growth']],
    ['a level takes the noun before', '建成省级示范村3个、市级8个。', ['省级示范村 stock', '市级示范村 stock']],
    ['what is done takes the object before', '完成水库新建2座、改造提升6座。', ['水库新建 new_in_period', '水库改造提升 new_in_period']],
    ['a change alone', '生活污水治理率达到40%,较上年提高3个百分点。', ['生活污水治理率 ratio', '生活污水治理率提高 growth']],
    ['a verb alone', '规上企业达到200家,年均净增12家。', ['规上企业 stock', '净增规上企业 net_increase']],
    ['a clause without a figure', '基本淘汰老旧货车,累计淘汰90辆。', ['淘汰老旧货车 new_in_period']],
    ['分别 goes on about the same', '到2024年,竹木、茶叶两个产业产值分别达到9亿元、6亿元;到2025年分别达到12亿元、8亿元。', ['竹木产业产值 amount', '茶叶产业产值 amount', '竹木产业产值 amount', '茶叶产业产值 amount']],
    ['per head for the whole list', '每千人口床位数达到6张、医师数3人。', ['每千人口床位数 per_capita', '每千人口医师数 per_capita']],
    ['per head behind the sign', '全科医生数达到每万人口4人。', ['全科医生数 per_capita']],
    ['a share that does something', '80%以上的村卫生室达到规范标准,其中30%达到示范标准。', ['村卫生室达到规范标准 ratio', '达到示范标准 ratio']],
    ['a share reached', '远程会诊覆盖100%的乡镇卫生院。', ['远程会诊覆盖乡镇卫生院 ratio']],
    ['a measure alone takes what it measures from before', '水产养殖面积达到3万亩、产量达到2万吨。', ['水产养殖面积 area', '水产产量 new_in_period']],
    ['what is measured behind 分别', '对外贸易和服务外包分别占比达30%和20%。', ['对外贸易占比 ratio', '服务外包占比 ratio']],
    ['实现 before the figure', '“好差评”覆盖率实现100%。', ['“好差评”覆盖率 ratio']],
    ['a share done', '涉企事项100%网上办理。', ['涉企事项网上办理 ratio']],
    ['to a place', '其中2项指标在全省排名达到第1位。', ['2项指标在全省排名 milestone']],
    ['增加 so many', '增加5件地理标志商标。', ['地理标志商标 new_in_period']],
    ['held at so long', '退税平均办理时间保持在3个工作日以内。', ['退税平均办理时间 duration']],
    ['the turn before a level', '提升首办率至95%。', ['首办率 ratio']],
    ['falls dealt by 分别', '化肥、农药使用量分别下降3%、5%。', ['化肥使用量下降 growth', '农药使用量下降 growth']],
    ['和美 is a word', '建设6个和美乡村中心村。', ['和美乡村中心村 new_in_period']],
    ['what is done to what was named', '力争亿元以上项目签约6个、开工4个。', ['亿元以上项目签约 new_in_period', '亿元以上项目开工 new_in_period']],
    ['a level before and a noun behind', '培育国家级2家、省级15家数字农场。', ['国家级数字农场 stock', '省级数字农场 stock']],
    ['sizes sort what was named', '引进亿元以上项目20个,其中5亿元以上不少于3个,10亿元以上1个。', ['引进亿元以上项目 new_in_period', '5亿元以上项目 new_in_period', '10亿元以上项目 new_in_period']],
    ['a place in Chinese digits', '力争质量考核进入全省前十位。', ['质量考核进入全省 milestone']],
    ['a part of a stock', '装机容量达到120万千瓦,其中光伏80万千瓦、风电40万千瓦。', ['装机容量 stock', '光伏 stock', '风电 stock']],
    ['分别 goes on about those just named', '接待游客90万人次、实现旅游收入6亿元,分别增长9%和8%。', ['接待游客 new_in_period', '旅游收入 amount', '接待游客 growth', '旅游收入 growth']],
    ['marks of a list', '一是新建驿站3处。②改造公厕9座。', ['新建驿站 new_in_period', '改造公厕 new_in_period']],
    ['a described thing', '各村引进1个500万元以上项目。', ['引进500万元以上项目 new_in_period']],
    ['verbs of one character', '办事环节优化,平均减环节50%、减材料40%。', ['环节减少 growth', '材料减少 growth']],
    ['money per land', '园区亩均税收达到12万元/亩。', ['园区亩均税收 per_capita']],
    ['建成区 is a word', '建成区绿地率达到38%。', ['建成区绿地率 ratio']],
    ['净增 ends with its clause', '规上企业年均净增12家;省级链主企业3家。', ['规上企业年均净增 net_increase', '省级链主企业 new_in_period']],
    ['how long it takes is no part of it', '用2年时间引进山地酒店3家,攻坚期内电商交易额达到9亿元。', ['引进山地酒店 new_in_period', '电商交易额 amount']],
    ['a gift and whom it is for', '对新建冷库给予奖励,单个项目最高20万元。', ['单个项目奖励 benefit']],
    ['a gift with a condition', '对连续经营两年的给予最高8万元补助。', ['连续经营两年的补助 benefit']],
  ])('%s', (_, text, wanted) => expect(names(text)).toEqual(wanted)) // biome-ignore format: a table
})

describe('each year', () => {
  it.each([
    ['年 before a verb', '年新签协议12项以上。', ['新签协议 new_per_year']],
    ['carried through a list of clauses', '每年举办专场活动6场,服务企业80家。', ['举办专场活动 new_per_year', '服务企业 new_per_year']],
    ['not past a span of its own', '每年举办专场活动6场,三年累计签约项目40个。', ['举办专场活动 new_per_year', '签约项目 new_in_period']],
    ['not to rates', '每年培训村医60人,合格率达到95%。', ['培训村医 new_per_year', '合格率 ratio']],
    ['not in 青年', '青年就业人数达到300人。', ['青年就业人数 stock']],
    ['not in 年均浓度', '臭氧年均浓度控制在150微克/立方米以内。', ['臭氧年均浓度 stock']],
  ])('%s', (_, text, wanted) => expect(names(text)).toEqual(wanted)) // biome-ignore format: a table
})

describe('money that is an aim, and money that is not', () => {
  it.each([
    ['a first contribution', '市级财政首期出资3000万元。', ['市级财政首期出资 amount']],
    ['a share of gifts', '直达快享资金占惠农补贴资金的比重达到80%。', ['直达快享资金占惠农补贴资金的比重 ratio']],
    ['a share one must put in', '由村集体按不低于20%的比例出资。', []],
    ['terms of tenders', '工程预付款不低于30%。', ['工程预付款 benefit']],
  ])('%s', (_, text, wanted) => expect(names(text)).toEqual(wanted)) // biome-ignore format: a table
})
