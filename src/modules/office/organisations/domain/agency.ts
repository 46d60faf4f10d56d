import { z } from 'zod'
import { CreditCode, DivisionCode } from '#kernel/codes.ts'

export const AgencyKind = z.enum([
  'party',
  'government',
  'vertical',
  'park',
  'township',
  'institution',
  'mass',
  'enterprise',
  'taskforce',
  'group',
  'other',
])
export type AgencyKind = z.infer<typeof AgencyKind>

export const agencyKindTitles: Record<AgencyKind, string> = {
  party: '党委机构',
  government: '政府部门',
  vertical: '垂直管理单位',
  park: '园区',
  township: '乡镇街道',
  institution: '事业单位',
  mass: '群团组织',
  enterprise: '企业',
  taskforce: '议事协调机构',
  group: '单位组合',
  other: '其他',
}

/** How an agency stands to who writes to it; it decides the kind of paper it is written (党政机关公文处理工作条例 第八条、第十五条). */
export const Standing = z.enum(['below', 'beside', 'above'])
export type Standing = z.infer<typeof Standing>

export const standingTitles: Record<Standing, string> = {
  below: '所属（交办、催办、督办）',
  beside: '不相隶属（商请函）',
  above: '上级（请示）',
}

const agencyName = z.string().trim().min(2).max(60)

/** Another name in use, on the days it is in use; null when the day is not known or has not come. */
export const AgencyAlias = z.object({
  name: agencyName.meta({ label: '名称' }),
  from: z.iso.date().nullable().meta({ label: '自', half: true }),
  to: z.iso.date().nullable().meta({ label: '至', half: true }),
})
export type AgencyAlias = z.infer<typeof AgencyAlias>

/** A name that was the standard one up to and including `until`; null when the day is not known. */
export const FormerName = z.object({
  name: agencyName.meta({ label: '名称' }),
  until: z.iso.date().nullable().meta({ label: '用到', half: true }),
})
export type FormerName = z.infer<typeof FormerName>

/** What people type of a 单位: an office, park, township, company or group that a plan may name as owner of a task. */
export const AgencyForm = z.object({
  name: agencyName.meta({
    label: '单位名称',
    help: '按机构编制文件的全称',
    aliases: ['单位', '名称', '全称', '机构名称', '部门名称', '单位全称'],
  }),
  shortName: agencyName.nullable().meta({ label: '简称', half: true, aliases: ['单位简称'] }),
  kind: AgencyKind.meta({ label: '类别', titles: agencyKindTitles, half: true, aliases: ['单位类别', '单位类型'] }),
  /** Said by hand where name and kind do not tell it; see `standingOf`. */
  standing: Standing.nullable().meta({
    label: '隶属关系',
    titles: standingTitles,
    half: true,
    help: '留空由名称和类别推定',
    aliases: ['行文关系'],
  }),
  /** What it is responsible for, codes of departments.data.ts; a merged bureau has several. */
  deptCodes: z.array(z.string()).meta({ label: '职能', help: '留空由名称推定', aliases: ['职能代码'] }),
  aliases: z.array(AgencyAlias).meta({ label: '别名', help: '现在也这样叫，起止日期可不填', aliases: ['别称'] }),
  formerNames: z
    .array(FormerName)
    .meta({ label: '曾用名', help: '以前的全称，用到哪一天', aliases: ['曾用名称', '原名'] }),
  creditCode: CreditCode.nullable().meta({ label: '统一社会信用代码', aliases: ['信用代码'], kind: 'code' }),
  /** Whom a group (各乡镇办场园) stands for; for other kinds empty. */
  memberIds: z
    .array(z.uuid())
    .meta({ label: '成员单位', help: '这个组合代表哪些单位', kind: 'agency', aliases: ['成员'] }),
  /** The agency that took over its work when it was dissolved. */
  successorId: z
    .uuid()
    .nullable()
    .meta({ label: '并入单位', help: '撤销后由谁承接', kind: 'agency', aliases: ['并入'] }),
  foundedOn: z.iso
    .date()
    .nullable()
    .meta({ label: '设立日期', half: true, aliases: ['成立日期', '设立时间', '成立时间'] }),
  dissolvedOn: z.iso
    .date()
    .nullable()
    .meta({ label: '撤销日期', help: '仍在的不填', half: true, aliases: ['撤销时间'] }),
})

export const Agency = AgencyForm.extend({ id: z.uuid(), divisionCode: DivisionCode })
export type Agency = z.infer<typeof Agency>

/** What is known of an agency of which nothing but its name and kind is. */
export const nameOnly: Omit<Agency, 'id' | 'divisionCode' | 'name' | 'kind'> = {
  shortName: null,
  standing: null,
  deptCodes: [],
  aliases: [],
  formerNames: [],
  creditCode: null,
  memberIds: [],
  successorId: null,
  foundedOn: null,
  dissolvedOn: null,
}

/**
 * Whether the agency exists on the day; without a day, whether it has not been dissolved.
 * An agency without a founding day counts as having always been there.
 */
export const isActive = (agency: Pick<Agency, 'foundedOn' | 'dissolvedOn'>, on?: string): boolean =>
  on === undefined
    ? agency.dissolvedOn === null
    : (agency.foundedOn === null || agency.foundedOn <= on) && (agency.dissolvedOn === null || on < agency.dissolvedOn)

/** What does not hold between the fields of an agency, as a sentence; null where all does. */
export const faultOf = ({ foundedOn, dissolvedOn }: Pick<Agency, 'foundedOn' | 'dissolvedOn'>): string | null =>
  foundedOn !== null && dissolvedOn !== null && dissolvedOn < foundedOn ? '撤销日期早于设立日期，请核对。' : null

/** What an agency is called in lists and notices: by its short name where it has one. */
export const calledHere = ({ name, shortName }: Pick<Agency, 'name' | 'shortName'>): string => shortName ?? name
