import type { AgencyKind } from './agency.ts'
import { isGroupName } from './match-agency.ts'

/** What the last words of a name say of its kind, first fitting line first; a clerk may change it later. */
const endings: readonly [RegExp, AgencyKind][] = [
  [/^(?:共青团|团[省市县区旗州盟]委)/, 'mass'],
  [/公司|集团|银行|农商行|合作社$/, 'enterprise'],
  [/领导小组|专班|指挥部|联席会议/, 'taskforce'],
  [/税务|海关|监管(?:分局|支局|组)|人民银行|人行$|烟草|邮政|气象|供电|消防/, 'vertical'],
  [/[园区](?:管委会|管理委员会)?$|管委会$/, 'park'],
  [/(?:镇|乡|街道|办事处)(?:人民政府|政府)?$/, 'township'],
  [
    /委(?:办|办公室|组织部|宣传部|统战部|政法委|人才办|编办|网信办|金融办)|组织部|宣传部|统战部|政法委|纪委|党校$/,
    'party',
  ],
  [/科协|工会|团委|妇联|工商联|残联|联合会$|协会$|学会$/, 'mass'],
  [/中心|学校|学院|大学|医院|研究[院所]|馆|台|站$/, 'institution'],
  [/局|委|厅|办|政府|法院|检察院$/, 'government'],
]

/** The kind of an agency known by its name alone. */
export function guessKind(name: string): AgencyKind {
  if (isGroupName(name)) return 'group'
  return endings.find(([ending]) => ending.test(name))?.[1] ?? 'other'
}
