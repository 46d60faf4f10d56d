import { administrators, type Role, roleTitles, staff } from '#kernel/actor.ts'

/** What offices call the duties of people in their own sheets, beside the titles of the roles themselves. */
const words: Partial<Record<Role, readonly string[]>> = {
  office: ['专班', '专班办', '专班成员', '专班人员', '专班工作人员', '专班办公室人员', '专班办公室工作人员'],
  reporter: [
    '填报人', '填报', '填报人员', '报送员', '报送人', '报送人员', '信息员', '信息报送员', '联络员', '联络人', '联系人', '经办人', '经办', '经办人员', '具体经办人',
    '承办人', '承办人员', '工作人员', '具体工作人员', '数据员', '统计员',
  ],
  reviewer: [
    '审核员', '审核人', '审核', '审核人员', '复核员', '复核人', '复核', '科室负责人', '股室负责人', '科长', '股长', '科室长',
  ],
  agencyHead: [
    '负责人', '主要负责人', '单位主要负责人', '分管负责人', '单位分管负责人', '主要领导', '单位领导', '分管领导', '单位分管领导', '责任领导', '班子成员', '一把手', '审批人',
    '签发人',
  ],
  leader: ['县级领导', '包保领导', '包抓领导', '包联领导', '牵头领导', '牵头县领导', '分管县领导', '联系领导', '联系县领导'],
  auditor: ['审计', '审计人员', '监督员'],
  observer: ['观察', '观察人员', '查阅', '查阅人员', '只读', '列席', '列席人员'],
} // biome-ignore format: lists

/** Those who give orders, where no agency is said: 分管领导 of a county, not of a bureau. */
const ofCounty = /^(?:分管|责任|主要)领导$/

const plainRole = (text: string): string => text.normalize('NFKC').replace(/\(.*?\)|\s/g, '')

const known = new Map<string, Role>(
  staff.flatMap((role) => [roleTitles[role], ...(words[role] ?? [])].map((word): [string, Role] => [word, role])),
)

/** Who keeps the house is not made by a sheet. */
const kept = new Set(administrators.map((role) => roleTitles[role]).concat('管理员', '三员'))

/** The roles a sheet may ask for, in words. */
export const roleNames = staff.map((role) => roleTitles[role]).join('、')

/** The role an office means by a word; `kept` of one that no sheet gives, null of a word nobody knows. */
export function readRole(written: string, hasAgency: boolean): Role | 'kept' | null {
  const word = plainRole(written)
  if (kept.has(word)) return 'kept'
  if (!hasAgency && ofCounty.test(word)) return 'leader'
  return known.get(word) ?? (/^[市区旗]级?领导$/.test(word) ? 'leader' : null)
}
