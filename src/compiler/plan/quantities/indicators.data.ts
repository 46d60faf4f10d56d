import type { TargetKind } from '../../compiled-plan.ts'

/**
 * The indicator dictionary: one code per measure, so that plans of different years and counties can be set side by side. 申报, 认定, 净增
 * and 总数 of one thing are different measures and have different codes, and so have its levels (省级, 市级以上). A row fits a phrase that
 * holds its head and its other words and nothing else but what it may hold; a word nobody said belongs there makes it another indicator.
 */

/** The ways one thing is written; rows and phrases below know only the first. */
export const SYNONYMS = `
高企=国家级高新技术企业 国家高新技术企业 高新技术企业 高新企业 | 科小=科技型中小企业 | 企业=中小企业 | 后备=后备培育库 培育后备库 后备库 培育库
规上工业企业=规模以上工业企业 规模工业企业 | 规上制造业企业=规模以上制造业企业 | 规上服务业企业=规模以上服务业企业 规模服务业企业
限上商贸企业=限额以上商贸企业 限上商贸流通企业 | 经营主体=市场主体
科技创业企业=科技初创企业 | 研发=R&D 研究与试验发展 研究与发展 | 经费=经费支出 经费投入 支出 投入 费用
GDP=国内生产总值 地区生产总值 生产总值 | 营业收入=主营业务收入 营业总收入 主营收入 销售收入 | 高新产业=高新技术产业
规上工业增加值=规模以上工业增加值 规模工业增加值 | 科技支出=财政科技支出 | 预算支出=一般公共预算支出 财政支出
成交额=登记成交总额 登记成交额 成交总额 成交金额 交易总额 交易金额 交易额 登记金额 登记额 | 孵化器=科技企业孵化器 科技孵化器 企业孵化器
创新平台=科技创新平台 研发创新平台 研发平台 | 产业技术研究院=产业研究院 | 企校联合创新中心=校企联合创新中心 | 院士工作站=院士专家工作站
博士后工作站=博士后科研工作站 博士后创新实践基地 | 技术转移机构=技术转移服务机构 | 技术交易中心=常设技术交易中心 常设技术交易市场 技术交易市场
创新联盟=产业技术创新战略联盟 产业技术创新联盟 技术创新战略联盟 技术创新联盟 | 创新创业团队=科技创新创业团队
人才=科技创新人才 创新人才 | 青年科技人才=青年科技人员 | 三区人才=三区科技人才 | 骨干专家=骨干专家人才 | 高价值专利=高价值发明专利
每万人=每万人口 万人 | 拥有量=保有量 拥有 | 地理标志商标=地理标志证明商标 地理标志集体商标 | 质押融资=质押融资登记 质押登记 质押贷款 质押
成果=科技成果 | 转化=转移转化 转化应用 转移 | 推介=对接 路演 | 科技奖=科学技术奖励 科学技术奖 科技奖励 | 科技项目=科技计划项目 | 重点研发=重点研发计划
专项方案=专项实施方案 | 技改投资=工业技术改造投资 工业技改投资 技术改造投资 | 财政收入=地方一般公共预算收入 一般公共预算收入 | 5G基站=5G通信基站 | 签约=新签约 | 开工=新开工
国家级=国家 | 省级以上=省级及以上 省部级以上 自治区级以上 | 省级=自治区级 省部级 省 | 市级以上=市级及以上 州级以上 | 县级=县级以上 县级及以上
新增=新建设 新培育 新认定 新获批 新设立 新通过 新建 新设 | 认定=通过认定 获批 获评 评定 | 申报=申请 | 创建=争创 | 引进=引进培养 引进培育 引育
培育=培养 打造 形成 发展 壮大 | 支持=扶持 资助 | 建设=筹建 建立 组建 设立 | 评价=评价入库 通过评价 入库 备案 | 制定=编制 出台 | 城镇新增就业=新增城镇就业
`

/** What may stand in any phrase: where, when, how many, and verbs that only bring the thing about. */
export const HARMLESS =
  '全市 全县 全区 全省 全州 全旗 我市 我县 我区 本市 本县 当年 全年 年度 每年 年均 年 累计 共 总数 总量 数量 存量 个数 家数 户数 人数 项数 件数 场次 合计 数 的 等 各类 和 与 及 以及 目标 任务 建成 完成 实现 达到 建设 培育 开展 推进 推动 力争 确保 抓好 积极 加快 着力 大力 其中 在 中'

/** What only says of which kind the figure is. */
export const KIND_WORDS: Readonly<Partial<Record<TargetKind, string>>> = {
  growth: '增长率 增长 增速 增幅 提高 总量 总额',
  ratio: '比重 占比 比例 覆盖率 率',
  coverage: '覆盖率 全覆盖 覆盖 比例',
  amount: '金额 总额 总金额 额 规模',
  area: '面积',
  new_in_period: '新增',
  new_per_year: '新增',
  net_increase: '净增 新增',
}

/** The kinds a row is for; a row without one takes any of its unit. */
export const KINDS: Readonly<Record<string, readonly TargetKind[]>> = {
  总: ['stock'],
  新: ['new_in_period', 'new_per_year'],
  每年: ['new_per_year'],
  净: ['net_increase'],
  新净: ['new_in_period', 'new_per_year', 'net_increase'],
  建: ['new_in_period', 'new_per_year', 'deliverable'],
  总新: ['stock', 'new_in_period', 'new_per_year'],
  比: ['ratio', 'coverage'],
  增: ['growth'],
  额: ['amount'],
  均: ['per_capita'],
  积: ['area'],
  '': ['stock', 'new_in_period', 'new_per_year', 'net_increase', 'deliverable', 'amount'],
}

/**
 * Code; standard name; unit; head; what must stand with it (one of those with a stroke between); what may, and after a mark what must not;
 * kind. Of rows that fit, the one with the most words counts.
 */
export const INDICATORS = `
HNTE_APPLY_YEAR|年申报高新技术企业数|家|高企|申报|企业 组织 推荐|
HNTE_RESERVE_NEW|新增高新技术企业后备库入库数|家|高企|后备|新增 评价 企业|新
HNTE_NEWLY_CERTIFIED|新认定高新技术企业数|家|高企|新增|认定|新
HNTE_PASSED_YEAR|当年通过认定高新技术企业数|家|高企|认定|通过 企业|新
HNTE_NET_INCREASE|高新技术企业净增数|家|高企||净增|净
HNTE_STOCK|有效期内高新技术企业总数|家|高企||有效期内 有效 认定 !培育|总
KEY_HNTE_CULTIVATED|培育重点高新技术企业数|家|高企|重点||
TSME_EVALUATED_YEAR|当年科技型中小企业评价入库数|家|科小|评价|国家级 新增 通过 认定 登记|
TSME_NET_INCREASE|科技型中小企业净增数|家|科小|||净
TSME_NEW|新增科技型中小企业数|家|科小|新增||新
TSME_STOCK|科技型中小企业数|家|科小||!培育|总
TSME_ELITE_NEW_YEAR|年培育引进科技型中小企业创新英才人数|人|创新英才|科小|引进|每年
TSME_ELITE_STOCK|科技型中小企业创新英才人数|人|创新英才|科小||总
AGRI_LITTLE_GIANT|农业科技小巨人企业数|家|小巨人|农业科技|企业|
TECH_LITTLE_GIANT_STOCK|科技小巨人企业数|家|小巨人|科技|企业|总
SRDI_LITTLE_GIANT|国家级专精特新“小巨人”企业数|家|小巨人|专精特新|国家级 企业 !培育|总
SRDI_LITTLE_GIANT_NEW|新增国家级专精特新“小巨人”企业数|家|小巨人|专精特新 新增/认定/净增|国家级 企业|新净
SRDI_PROV_NEW|新增省级及以上专精特新中小企业数|家|专精特新|企业 新增/认定/净增|省级 省级以上|新净
SRDI_STOCK|专精特新中小企业数|家|专精特新|企业|省级 省级以上 !培育|总
INNOVATIVE_SME_NEW|新增创新型中小企业数|家|创新型中小企业|新增/认定/净增|省级|新净
INNOVATIVE_SME_STOCK|创新型中小企业数|家|创新型中小企业||省级 !培育|总
TECH_STARTUP_NEW|新增科技创业企业数|家|科技创业企业|新增||新
ABOVE_SCALE_INDUSTRY_NEW|新增规上工业企业数|家|规上工业企业|新增/净增/评价||新净
ABOVE_SCALE_SERVICE_NEW|新增规上服务业企业数|家|规上服务业企业|新增/净增/评价||新净
ABOVE_LIMIT_TRADE_NEW|新增限上商贸企业数|家|限上商贸企业|新增/净增/评价||新净
MARKET_ENTITY_NEW|新增经营主体数|家|经营主体|新增/净增||新净
ENT_CLOUD_NEW|新增上云企业数|家|上云|企业|新增|
ENT_PLATFORM_NEW|新增上平台企业数|家|上平台|企业|新增|
RD_GDP_RATIO|全社会R&D经费支出占GDP比重|%|研发|经费 GDP 占|全社会|比
RD_GDP_RATIO|全社会R&D经费支出占GDP比重|%|研发|强度|全社会 经费|比
RD_REVENUE_RATIO|规上工业企业研发投入占主营业务收入比例|%|研发|经费 规上工业企业 占 营业收入||比
RD_EXP_GROWTH|全社会研发经费投入增长率|%|研发|经费|全社会|增
RD_EXP_AMOUNT|全社会研发经费支出|亿元|研发|经费 全社会||额
RD_ORG_COVERAGE_MFG|规上制造业企业研发机构覆盖率|%|研发机构|规上制造业企业|有 占|比
RD_ORG_COVERAGE|规上工业企业研发机构覆盖率|%|研发机构|规上工业企业|有 占 企业|比
RD_ACTIVE_COVERAGE|有研发活动规上工业企业占比|%|研发活动|规上工业企业|有 占 企业 创新|比
RD_ACTIVE_ABOVE_SCALE_NEW|新增有研发活动规上工业企业数|家|研发活动|规上工业企业|有 创新|新
RD_STAFF_PER_10K|万名就业人员中研发人员数|人|研发|人员 就业人员|每万名 万名 每万人|均
TAX_RD_DEDUCTION|研发费用加计扣除减免税额|亿元|加计扣除|研发 经费|减免税 减免|额
NEW_PRODUCT_RATIO|规上工业企业新产品销售收入占营业收入比重|%|新产品|规上工业企业 营业收入 占||比
FISCAL_ST_RATIO|财政科技支出占一般公共预算支出比重|%|科技支出|预算支出 占|本级 地方 财政|比
SCIENCE_LITERACY|公民具备科学素质的比例|%|科学素质|公民|具备|比
HT_VA_GDP_RATIO|高新技术产业增加值占GDP比重|%|高新产业|增加值 占 GDP||比
HT_VA_INDUSTRY_RATIO|高新技术产业增加值占规上工业增加值比重|%|高新产业|增加值 占 规上工业增加值||比
HT_VA_GROWTH|高新技术产业增加值增速|%|高新产业|增加值||增
DIGITAL_CORE_GDP_RATIO|数字经济核心产业增加值占GDP比重|%|数字经济核心产业|增加值 占 GDP||比
TECH_SERVICE_REVENUE|科技服务业营业收入|亿元|科技服务业|营业收入||额
TECH_CONTRACT_GDP_RATIO|技术合同成交额占GDP比重|%|技术合同|成交额 占 GDP||比
TECH_CONTRACT_AMOUNT|技术合同登记成交额|亿元|技术合同|成交额|登记 认定 省级|额
PLATFORM_3KIND_STOCK|重点实验室、技术创新中心、产业技术研究院合计数|家|重点实验室|技术创新中心 产业技术研究院|增长|
ITRI_PROV_APPLY|支持创建省级产业技术研究院数|家|产业技术研究院|省级 创建/申报|支持|
ITRI_KEY_BUILD|重点产业技术研究院建设数|个|产业技术研究院|重点||总新
ITRI_STOCK|产业技术研究院数|家|产业技术研究院|||总
ENT_UNIV_CENTER_PROV_APPLY|组织创建省级企校联合创新中心企业数|家|企校联合创新中心|省级 创建/申报|企业 组织|
KEYLAB_PROV_BUILD|建设省级重点实验室数|个|重点实验室|省级 建设||建
KEYLAB_PROV_NEW|新增省级以上重点实验室数|个|重点实验室|省级/省级以上 新增/认定||新净
KEYLAB_PROV_UP|省级以上重点实验室数|家|重点实验室|省级/省级以上||总
TIC_PROV_UP|省级以上技术创新中心数|家|技术创新中心|省级/省级以上||总
NEW_RD_ORG_PROV|省级新型研发机构备案数|个|新型研发机构|省级 评价/新增/认定||新净
NEW_RD_ORG|新型研发机构建设数|家|新型研发机构|||新
NEW_RD_ORG_STOCK|新型研发机构数|家|新型研发机构|||总
PLATFORM_NEW_YEAR|年新增科技创新平台数|家|创新平台|新增||每年
PLATFORM_CITY_UP_NEW|新建市级以上创新平台数|个|创新平台|市级以上||新
PLATFORM_CITY_BUILD|市级科技创新平台建设数|家|创新平台|市级||新
PLATFORM_PROV_UP_NEW|新增省级以上创新平台数|个|创新平台|省级/省级以上 新增/认定||新净
PLATFORM_PROV_UP_STOCK|省级以上创新平台数|个|创新平台|省级/省级以上||总
PLATFORM_COUNTY_COVERAGE|创新创业服务平台县域覆盖率|%|创新创业服务平台|县域||比
PLATFORM_STOCK|科技创新平台数|家|创新平台|||总
INCUBATOR_MAKERSPACE_PROV_NEW|新获批省级及以上孵化器和众创空间数|家|孵化器|众创空间 省级/省级以上|认定|新
INCUBATOR_NAT|国家级科技企业孵化器数|家|孵化器|国家级||总
INCUBATOR_STOCK|科技企业孵化器数|家|孵化器|||总
MAKERSPACE_STOCK|众创空间数|家|众创空间|||总
STAR_SPARK_CITY_UP|市级以上星创天地备案数|家|星创天地|市级以上|评价 认定|新
STAR_SPARK_STOCK|星创天地数|家|星创天地|||总
ACADEMICIAN_STATION|院士工作站数|家|院士工作站|||总
ACADEMICIAN_STATION_NEW|新增院士工作站数|家|院士工作站|新增/建设||新净
EXPERT_STATION_NEW|新建县级专家工作站数|个|专家工作站||县级|总新
POSTDOC_STATION|博士后工作站数|家|博士后工作站|||总
TTO_PROV|省级技术转移服务机构数|家|技术转移机构|省级||总
TECH_EXCHANGE|常设技术交易中心数|家|技术交易中心|||总新
INNOV_ALLIANCE|产业技术创新联盟数|个|创新联盟|||总新
RURAL_DEMO_BASE_PROV|省级乡村振兴科技创新示范基地认定数|家|乡村振兴科技创新示范基地|省级|认定|新
AGRI_DEMO_BASE_CITY|市级农业科技示范基地认定数|家|农业科技示范基地|市级|认定|新
HL_TEAM_NEW_YEAR|年培育引进高层次产业创新创业团队数|个|创新创业团队|高层次|引进 产业|每年
HL_TEAM_STOCK|高层次创新创业团队数|个|创新创业团队|高层次|产业|总
HL_TALENT_TEAM_INTRODUCED|引进高层次科技创新人才和团队数|人|团队|高层次 人才 引进|全职 柔性|
HL_TALENT_NEW|引进培养高层次人才数|人|人才|高层次 引进/新增||新
INNOV_TEAM_SUPPORTED|支持重点产业科技创新创业团队数|个|创新创业团队|支持 重点 产业||
YOUNG_TALENT_SUPPORTED|支持青年科技人才人数|人|青年科技人才|支持|选拔|
CITY_TALENT_PROJECT|入选市级科技人才计划人数|人|科技人才计划|市级 入选|项目 推荐|
TALENT_PLAN_CITY_UP|市级以上人才计划入选人数|人|人才计划|市级以上|入选|
KEY_EXPERTS_CULTIVATED|培养骨干专家人才数|人|骨干专家||人才|
SANQU_TALENT|选派三区科技人才人数|人|三区人才||选派|
STC_DISPATCHED|选派科技特派员人数|人|科技特派员||选派 市级 县级 市 县 两级|新
STC_STOCK|科技特派员人数|人|科技特派员||市级 县级 市 县 两级|总
HV_PATENT_PER_10K|每万人高价值发明专利拥有量|件|高价值专利|每万人|人口 拥有量|均
PATENT_PER_10K|每万人发明专利拥有量|件|发明专利|每万人|人口 拥有量 有效|均
HV_PATENT_NEW|新增高价值发明专利件数|件|高价值专利|新增||新净
HV_PATENT_STOCK|高价值发明专利拥有量|件|高价值专利||拥有量 有效|总
PATENT_STOCK|有效发明专利拥有量|件|发明专利||拥有量 有效|总
PATENT_STOCK_GROWTH|有效发明专利拥有量增长率|%|发明专利|拥有量/有效|拥有量 有效|增
PATENT_GRANTED|发明专利授权量|件|发明专利|授权/授权量|新增|
PCT_APPLIED|PCT国际专利申请量|件|PCT|专利 申报|国际 量 专利合作条约 !累计|新
PCT_APPLIED_TOTAL|PCT国际专利累计申请量|件|PCT|专利 申报 累计|国际 量 专利合作条约|总新
TRADEMARK_STOCK|有效注册商标总量|件|注册商标||有效 拥有量|总
GI_TRADEMARK_NEW|新增地理标志商标数|件|地理标志商标|新增||新净
IP_PLEDGE_AMOUNT|知识产权质押融资登记金额|亿元|质押融资|知识产权/专利商标|登记 金融|额
KV_LOAN_FILED|知识价值信用贷款备案金额|亿元|知识价值信用贷款|评价||额
KEY_ACHIEVEMENTS_TRANSFERRED|支持重要科技成果转化数|项|成果|重要 转化|支持|
ACHIEVEMENT_TRANSFER|科技成果转移转化项数|项|成果|转化|合作开发|
ACHV_PROMO_EVENTS|科技成果推介活动场次|场|成果|推介|活动 会 举办|
ACHV_DEMAND_PUBLISHED|发布成果及技术需求项数|项|技术需求|发布 成果||
ACHV_REGISTERED_PROV|省级科技成果登记数|项|成果|登记 省级||
JBGS_KEYRD_PROJECTS|实施揭榜挂帅和重点研发计划项目数|个|揭榜挂帅|重点研发 项目|实施|
PROV_AWARD_APPLY|组织申报省科技奖励项目数|项|科技奖|申报 省级|项目 组织|
PROV_PROJECT_FUNDS|争取省级以上科技项目资金|万元|科技项目|省级/省级以上 资金|争取|额
SPECIAL_PLANS|制定专项实施方案数|个|专项方案||制定|
INVEST_SIGNED|招商引资签约项目数|项|签约|招商引资/招商/项目|招商引资 招商 项目|新
INVEST_STARTED|招商引资开工项目数|项|开工|招商引资/招商|项目|新
PARK_AREA_PLANNED|园区规划面积|平方公里|园区|规划||积
GDP_GROWTH|地区生产总值增速|%|GDP|||增
INDUSTRY_VA_GROWTH|规上工业增加值增速|%|规上工业增加值|||增
SERVICE_VA_GROWTH|服务业增加值增速|%|服务业|增加值||增
FINANCE_VA_GROWTH|金融业增加值增速|%|金融业|增加值||增
FIXED_INVESTMENT_GROWTH|固定资产投资增速|%|固定资产投资|||增
TECH_REFORM_INVEST_GROWTH|技改投资增速|%|技改投资|||增
RETAIL_GROWTH|社会消费品零售总额增速|%|社会消费品零售总额|||增
BUDGET_REVENUE_GROWTH|一般公共预算收入增速|%|财政收入|||增
URBAN_JOBS_NEW|城镇新增就业人数|人|城镇新增就业|||
HIGH_STANDARD_FARMLAND|高标准农田建设面积|亩|高标准农田||新增|积
GRAIN_OUTPUT|粮食产量|吨|粮食|产量/总产量||
GRAIN_AREA|粮食播种面积|亩|粮食||播种 种植 播种面积|积
BASE_STATION_5G_NEW|新建5G基站数|个|5G基站|新增/建设|!累计|新净
`
