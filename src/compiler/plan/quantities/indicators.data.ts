/**
 * The indicator dictionary: one code per measure, so that plans of different years and counties can be set side by
 * side. 申报, 认定, 净增 and 总数 of one thing are different measures and have different codes. Rows are tried in
 * order, the narrower before the wider.
 */
export interface IndicatorRow {
  code: string
  /** Standard name. */
  name: string
  unit: string
  /** The phrase must match all of these. */
  all: readonly RegExp[]
  /** …and none of this. */
  not?: RegExp
  /** Only targets of these kinds; without it any. */
  kinds?: readonly string[]
}

const row = (
  code: string,
  name: string,
  unit: string,
  all: readonly RegExp[],
  more: Pick<IndicatorRow, 'not' | 'kinds'> = {},
): IndicatorRow => ({ code, name, unit, all, ...more })

const HNTE = /高新技术企业|高企/
const TSME = /科技型中小企业|科技型企业/
const NEW = ['new_in_period', 'new_per_year']
const STOCK = ['stock']

export const INDICATORS: readonly IndicatorRow[] = [
  row('HT_VA_GDP_RATIO', '高新技术产业增加值占GDP比重', '%', [/高新技术产业增加值占|高新产业增加值占/], {
    kinds: ['ratio'],
  }),
  row('HT_VA_GROWTH', '高新技术产业增加值增速', '%', [/高新技术(?:产业|制造业)增加值/], { kinds: ['growth'] }),
  row('TECH_CONTRACT_GDP_RATIO', '技术合同成交额占GDP比重', '%', [/技术合同/, /占/], { kinds: ['ratio'] }),
  row('TECH_CONTRACT_AMOUNT', '技术合同登记成交额', '亿元', [/技术合同|技术交易/, /额|登记/], { kinds: ['amount'] }),
  row(
    'RD_GDP_RATIO',
    '全社会R&D经费支出占GDP比重',
    '%',
    [/(?:研发|R&D|研究与试验发展)/, /占(?:GDP|地区生产总值|生产总值)|强度/],
    { kinds: ['ratio'], not: /企业/ },
  ),
  row('RD_REVENUE_RATIO', '规上工业企业研发投入占主营业务收入比例', '%', [/研发|R&D/, /占(?:主营|营业|销售)/], {
    kinds: ['ratio'],
  }),
  row('RD_EXP_GROWTH', '全社会研发经费投入增长率', '%', [/研发|R&D/, /投入|支出|经费/], { kinds: ['growth'] }),
  row('RD_ORG_COVERAGE_MFG', '规上制造业企业研发机构覆盖率', '%', [/制造业企业/, /研发机构/], {
    kinds: ['ratio', 'coverage'],
  }),
  row('RD_ORG_COVERAGE', '规上工业企业研发机构覆盖率', '%', [/工业企业|规上企业|规模以上企业/, /研发机构/], {
    kinds: ['ratio', 'coverage'],
  }),
  row('RD_ACTIVE_ABOVE_SCALE_NEW', '新增有研发活动规上工业企业数', '家', [/研发活动/, /企业/], { kinds: NEW }),
  row('HNTE_NET_INCREASE', '高新技术企业净增数', '家', [HNTE], { kinds: ['net_increase'] }),
  row('HNTE_RESERVE_NEW', '新增高新技术企业后备库入库数', '家', [HNTE, /后备|培育库|入库/], { kinds: NEW }),
  row('HNTE_APPLY_YEAR', '年申报高新技术企业数', '家', [HNTE, /申报|申请/]),
  row('HNTE_NEWLY_CERTIFIED', '新认定高新技术企业数', '家', [HNTE, /新认定|新增|新培育/], { kinds: NEW }),
  row('HNTE_PASSED_YEAR', '当年通过认定高新技术企业数', '家', [HNTE, /认定/], { kinds: NEW }),
  row('KEY_HNTE_CULTIVATED', '培育重点高新技术企业数', '家', [/重点高新技术企业/]),
  row('HNTE_STOCK', '有效期内高新技术企业总数', '家', [HNTE], {
    kinds: [...STOCK, 'new_in_period'],
    not: /产业|占|增加值|贷款|产值/,
  }),
  row('TSME_ELITE_NEW_YEAR', '年培育引进科技型中小企业创新英才人数', '人', [/创新英才/], { kinds: ['new_per_year'] }),
  row('TSME_ELITE_STOCK', '科技型中小企业创新英才人数', '人', [/创新英才/]),
  row('TSME_EVALUATED_YEAR', '当年科技型中小企业评价入库数', '家', [TSME, /评价|入库|备案/]),
  row('TSME_NET_INCREASE', '科技型中小企业净增数', '家', [TSME], { kinds: ['net_increase'] }),
  row('TSME_NEW', '新增科技型中小企业数', '家', [TSME], { kinds: NEW }),
  row('TSME_STOCK', '科技型中小企业数', '家', [TSME], { kinds: STOCK }),
  row('AGRI_LITTLE_GIANT', '农业科技小巨人企业数', '家', [/农业科技“?小巨人/]),
  row('SRDI_LITTLE_GIANT', '国家级专精特新“小巨人”企业数', '家', [/专精特新”?“?小巨人|国家级“?专精特新/]),
  row('TECH_LITTLE_GIANT_STOCK', '科技小巨人企业数', '家', [/科技“?小巨人/]),
  row('SRDI_PROV_NEW', '新增省级及以上专精特新中小企业数', '家', [/专精特新/], { kinds: [...NEW, 'net_increase'] }),
  row('SRDI_STOCK', '专精特新中小企业数', '家', [/专精特新/], { kinds: STOCK }),
  row('TECH_STARTUP_NEW', '新增科技创业企业数', '家', [/科技创业企业|科技初创企业/]),
  row('ENT_CLOUD_NEW', '新增上云企业数', '家', [/上云/], { not: /率|占/ }),
  row('ENT_PLATFORM_NEW', '新增上平台企业数', '家', [/企业上平台/]),
  row('PLATFORM_3KIND_STOCK', '重点实验室、技术创新中心、产业技术研究院合计数', '家', [
    /重点实验室/,
    /技术创新中心/,
    /研究院/,
  ]),
  row('ITRI_PROV_APPLY', '支持创建省级产业技术研究院数', '家', [/产业技术研究院/, /创建|申报/]),
  row('ITRI_KEY_BUILD', '重点产业技术研究院建设数', '个', [/重点产业技术研究院/]),
  row('ITRI_STOCK', '产业技术研究院数', '家', [/产业技术研究院/]),
  row('ENT_UNIV_CENTER_PROV_APPLY', '组织创建省级企校联合创新中心企业数', '家', [/企校联合创新中心|校企联合创新中心/]),
  row('KEYLAB_PROV_BUILD', '建设省级重点实验室数', '个', [/重点实验室/], { kinds: [...NEW, 'deliverable'] }),
  row('KEYLAB_PROV_UP', '省级以上重点实验室数', '家', [/重点实验室/], { kinds: STOCK }),
  row('TIC_PROV_UP', '省级以上技术创新中心数', '家', [/技术创新中心/]),
  row('NEW_RD_ORG_PROV', '省级新型研发机构备案数', '个', [/新型研发机构/, /省级|备案/]),
  row('NEW_RD_ORG', '新型研发机构建设数', '家', [/新型研发机构/]),
  row('PLATFORM_NEW_YEAR', '年新增科技创新平台数', '家', [/(?:科技)?创新平台/], { kinds: ['new_per_year'] }),
  row('PLATFORM_CITY_UP_NEW', '新建市级以上创新平台数', '个', [/市级以上|市级及以上/, /创新平台/], { kinds: NEW }),
  row('PLATFORM_CITY_BUILD', '市级科技创新平台建设数', '家', [/市级/, /创新平台/]),
  row('PLATFORM_COUNTY_COVERAGE', '创新创业服务平台县域覆盖率', '%', [/创新创业.*平台/], {
    kinds: ['coverage', 'ratio'],
  }),
  row('PLATFORM_STOCK', '科技创新平台数', '家', [/(?:科技|研发)?创新平台|研发平台/], {
    kinds: [...STOCK, 'new_in_period'],
  }),
  row('INCUBATOR_MAKERSPACE_PROV_NEW', '新获批省级及以上孵化器和众创空间数', '家', [/孵化器/, /众创空间/]),
  row('INCUBATOR_NAT', '国家级科技企业孵化器数', '家', [/国家级.*孵化器/]),
  row('INCUBATOR_STOCK', '科技企业孵化器数', '家', [/孵化器/]),
  row('MAKERSPACE_STOCK', '众创空间数', '家', [/众创空间/]),
  row('STAR_SPARK_CITY_UP', '市级以上星创天地备案数', '家', [/星创天地/, /备案|市级/]),
  row('STAR_SPARK_STOCK', '星创天地数', '家', [/星创天地/]),
  row('ACADEMICIAN_STATION', '院士工作站数', '家', [/院士(?:专家)?工作站/]),
  row('EXPERT_STATION_NEW', '新建县级专家工作站数', '个', [/专家工作站/]),
  row('POSTDOC_STATION', '博士后工作站数', '家', [/博士后/, /站|基地/]),
  row('TTO_PROV', '省级技术转移服务机构数', '家', [/技术转移.*机构/]),
  row('TECH_EXCHANGE', '常设技术交易中心数', '家', [/技术交易(?:中心|市场)/]),
  row('INNOV_ALLIANCE', '产业技术创新联盟数', '个', [/创新联盟|技术创新战略联盟/]),
  row('RURAL_DEMO_BASE_PROV', '省级乡村振兴科技创新示范基地认定数', '家', [/乡村振兴科技创新示范基地/]),
  row('AGRI_DEMO_BASE_CITY', '市级农业科技示范基地认定数', '家', [/农业科技示范基地/]),
  row('HL_TEAM_NEW_YEAR', '年培育引进高层次产业创新创业团队数', '个', [/团队/, /高层次|创新创业/], {
    kinds: ['new_per_year'],
  }),
  row('HL_TALENT_TEAM_INTRODUCED', '引进高层次科技创新人才和团队数', '人(个)', [/高层次/, /人才/, /团队/]),
  row('HL_TEAM_STOCK', '高层次创新创业团队数', '个', [/高层次.*团队/]),
  row('INNOV_TEAM_SUPPORTED', '支持重点产业科技创新创业团队数', '个', [/创新创业团队|创新团队/]),
  row('YOUNG_TALENT_SUPPORTED', '支持青年科技人才人数', '人', [/青年科技人才/]),
  row('CITY_TALENT_PROJECT', '入选市级科技人才计划人数', '人', [/市级科技人才计划/]),
  row('TALENT_PLAN_CITY_UP', '市级以上人才计划入选人数', '人', [/人才计划/]),
  row('KEY_EXPERTS_CULTIVATED', '培养骨干专家人才数', '人', [/骨干专家/]),
  row('SANQU_TALENT', '选派三区科技人才人数', '人', [/“?三区”?(?:科技)?人才/]),
  row('STC_DISPATCHED', '选派科技特派员人数', '人', [/科技特派员/], { not: /工作站|基地|示范/ }),
  row('HV_PATENT_PER_10K', '每万人高价值发明专利拥有量', '件/万人', [/高价值发明专利/], { kinds: ['per_capita'] }),
  row('PATENT_PER_10K', '每万人发明专利拥有量', '件/万人', [/发明专利/], { kinds: ['per_capita'] }),
  row('HV_PATENT_NEW', '新增高价值发明专利件数', '件', [/高价值发明专利/]),
  row('IP_PLEDGE_AMOUNT', '知识产权质押融资登记金额', '亿元', [/质押/], { kinds: ['amount'] }),
  row('KV_LOAN_FILED', '知识价值信用贷款备案金额', '亿元', [/知识价值信用/], { kinds: ['amount'] }),
  row('KEY_ACHIEVEMENTS_TRANSFERRED', '支持重要科技成果转化数', '项', [/重要(?:科技)?成果/]),
  row('ACHV_PROMO_EVENTS', '科技成果推介活动场次', '场/年', [/成果/, /推介|对接|路演/]),
  row('ACHV_DEMAND_PUBLISHED', '发布成果及技术需求项数', '项', [/技术需求/]),
  row('ACHV_REGISTERED_PROV', '省级科技成果登记数', '项', [/成果登记|登记.*成果/]),
  row('ACHIEVEMENT_TRANSFER', '科技成果转移转化项数', '项', [/成果(?:转移)?转化|转化.*成果/], {
    not: /率|额|平台|基地/,
  }),
  row('JBGS_KEYRD_PROJECTS', '实施揭榜挂帅和重点研发计划项目数', '个', [/揭榜挂帅|重点研发/]),
  row('PROV_AWARD_APPLY', '组织申报省科技奖励项目数', '项', [/科技奖|科学技术奖/]),
  row('PROV_PROJECT_FUNDS', '争取省级以上科技项目资金', '万元', [/科技(?:计划)?项目资金|科技专项资金/], {
    kinds: ['amount'],
  }),
  row('SPECIAL_PLANS', '制定专项实施方案数', '个', [/专项(?:实施)?方案/], { kinds: ['deliverable'] }),
  row('INVEST_SIGNED', '招商引资签约项目数', '项', [/签约/], { kinds: NEW, not: /率|金额|医生|家庭/ }),
  row('INVEST_STARTED', '招商引资开工项目数', '项', [/开工/], { kinds: NEW, not: /率|房|住|改造|危/ }),
  row('PARK_AREA_PLANNED', '园区规划面积', '平方公里', [/规划|园区/], { kinds: ['area'], not: /绿|农|林/ }),
  row('GDP_GROWTH', '地区生产总值增速', '%', [/^地区生产总值|^GDP|^生产总值/], { kinds: ['growth'] }),
  row('INDUSTRY_VA_GROWTH', '规上工业增加值增速', '%', [/(?:规模以上|规上|规模)工业增加值/], { kinds: ['growth'] }),
  row('FIXED_INVESTMENT_GROWTH', '固定资产投资增速', '%', [/固定资产投资/], { kinds: ['growth'] }),
  row('RETAIL_GROWTH', '社会消费品零售总额增速', '%', [/社会消费品零售总额/], { kinds: ['growth'] }),
  row('BUDGET_REVENUE_GROWTH', '一般公共预算收入增速', '%', [/一般公共预算收入/], { kinds: ['growth'] }),
  row('URBAN_JOBS_NEW', '城镇新增就业人数', '人', [/城镇新增就业|新增城镇就业/]),
  row('HIGH_STANDARD_FARMLAND', '高标准农田建设面积', '亩', [/高标准农田/], { kinds: ['area'] }),
  row('GRAIN_OUTPUT', '粮食产量', '吨', [/粮食/, /产量/]),
  row('ABOVE_SCALE_INDUSTRY_NEW', '新增规上工业企业数', '家', [/规(?:模以)?上”?工业企业/], {
    kinds: [...NEW, 'net_increase'],
  }),
  row('BASE_STATION_5G_NEW', '新建5G基站数', '个', [/5G.{0,2}基站/]),
]
