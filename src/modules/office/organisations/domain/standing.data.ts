import type { AgencyKind, Standing } from './agency.ts'

/** What is known of an organ by its name, whatever kind it was entered as; the first fitting line holds. */
export const namedStandings: readonly { name: RegExp; standing: Standing; reason: string }[] = [
  { name: /人大|人民代表大会/u, standing: 'beside', reason: '人大机关不隶属于人民政府' },
  { name: /政协|政治协商/u, standing: 'beside', reason: '政协机关不隶属于人民政府' },
  { name: /人民法院|人民检察院|法院$|检察院$/u, standing: 'beside', reason: '审判、检察机关不隶属于人民政府' },
  { name: /纪委|监委|纪律检查|监察委/u, standing: 'beside', reason: '纪检监察机关不隶属于人民政府' },
  { name: /人民武装部|人武部|部队|武警/u, standing: 'beside', reason: '军事机关不隶属于地方人民政府' },
  {
    name: /税务|海关|人民银行|人行$|外汇局|金融监督?管理总局|(?:银保监|金融监管|监管)(?:分局|支局|组)|烟草|邮政|气象|供电|电网|电力公司|国网|消防|铁塔|电信|移动|联通/u,
    standing: 'beside',
    reason: '由上级主管部门垂直管理',
  },
]

/** How an organ of the county stands to its government, by what it is (地方组织法第七十九条、公文处理工作条例第八条). */
export const kindStandings: Record<AgencyKind, { standing: Standing; reason: string }> = {
  government: { standing: 'below', reason: '本级人民政府工作部门' },
  township: { standing: 'below', reason: '下级人民政府或派出机关' },
  park: { standing: 'below', reason: '本级人民政府派出机构' },
  institution: { standing: 'below', reason: '本级人民政府所属事业单位' },
  vertical: { standing: 'beside', reason: '由上级主管部门垂直管理' },
  party: { standing: 'beside', reason: '党委机构不隶属于人民政府' },
  mass: { standing: 'beside', reason: '群团组织由党委领导，不隶属于人民政府' },
  enterprise: { standing: 'beside', reason: '企业不隶属于行政机关' },
  taskforce: { standing: 'beside', reason: '议事协调机构由领导同志牵头，不是所属部门' },
  group: { standing: 'beside', reason: '组合没有登记成员单位，先按不相隶属处理' },
  other: { standing: 'beside', reason: '类别是“其他”，先按不相隶属处理' },
}
