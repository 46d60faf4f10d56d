import { checkCreditCode } from '#kernel/codes.ts'
import { readDay } from '#kernel/read-day.ts'
import { AgencyKind, agencyKindTitles, type FormerName } from './agency.ts'
import { departments } from './departments.data.ts'

/** One row of the sheet with its cells understood; null and empty lists stand for blank cells. */
export interface AgencyRow {
  /** As the spreadsheet numbers it, from 1. */
  row: number
  name: string
  shortName: string | null
  aliases: string[]
  formerNames: FormerName[]
  kind: AgencyKind | null
  division: string | null
  creditCode: string | null
  members: string[]
  mergedInto: string | null
  validFrom: string | null
  validTo: string | null
  /** Codes of departments.data.ts, for offices whose name does not say what they do. */
  deptCodes: string[]
  problems: string[]
  warnings: string[]
}

/** The columns of a register; other titles offices use for them follow. Only the name must be there. */
export const agencyColumns = [
  {
    key: 'name',
    title: '单位名称',
    aliases: ['单位', '名称', '全称', '机构名称', '部门名称', '单位全称'],
    required: true,
  },
  { key: 'shortName', title: '简称', aliases: ['单位简称'] },
  { key: 'aliases', title: '别名', aliases: ['别称'] },
  { key: 'formerNames', title: '曾用名', aliases: ['曾用名称', '原名'] },
  { key: 'kind', title: '类别', aliases: ['单位类别', '单位类型'] },
  { key: 'division', title: '行政区划', aliases: ['上级/行政区划', '上级'] },
  { key: 'creditCode', title: '统一社会信用代码', aliases: ['信用代码'] },
  { key: 'members', title: '成员单位', aliases: ['成员'] },
  { key: 'mergedInto', title: '并入单位', aliases: ['并入'] },
  { key: 'validFrom', title: '设立日期', aliases: ['成立日期', '设立时间', '成立时间'] },
  { key: 'validTo', title: '撤销日期', aliases: ['撤销时间'] },
  { key: 'deptCodes', title: '职能代码', aliases: ['职能'] },
] as const
type Column = (typeof agencyColumns)[number]['key']

/** A record of the sheet: its texts by column, and what already speaks against it. */
export interface AgencyRecord {
  row: number
  cells: ReadonlyMap<Column, string>
  problems: readonly string[]
}

export const readAgencyRows = (records: readonly AgencyRecord[]): AgencyRow[] =>
  records.map(({ row, cells, problems }) => readRow(row, (column) => (cells.get(column) ?? '').trim(), [...problems]))

function readRow(row: number, cell: (column: Column) => string, problems: string[]): AgencyRow {
  const isFaulty = problems.length > 0
  const warnings: string[] = []
  const former = list(cell('formerNames')).map((text) => readFormerName(text, problems))
  const credit = cell('creditCode').toUpperCase()
  const check = credit === '' ? { problem: null, warning: null } : checkCreditCode(credit)
  if (check.problem !== null) problems.push(check.problem)
  if (check.warning !== null) warnings.push(check.warning)
  const names = [cell('name'), cell('shortName'), ...list(cell('aliases')), ...former.map(({ name }) => name)]
  if (cell('name') === '' && !isFaulty) problems.push('没有单位名称，请补上或删去这一行。')
  for (const name of names.filter((text) => text.length === 1 || text.length > 60))
    problems.push(`“${name.slice(0, 20)}”的长度不对，单位名称为 2 至 60 个字，请核对。`)
  return {
    row,
    name: cell('name'),
    shortName: cell('shortName') || null,
    aliases: list(cell('aliases')),
    formerNames: former,
    kind: readKind(cell('kind'), problems),
    division: cell('division') || null,
    creditCode: credit || null,
    members: list(cell('members')),
    mergedInto: cell('mergedInto') || null,
    validFrom: cell('validFrom') === '' ? null : dayIn(cell('validFrom'), problems),
    validTo: cell('validTo') === '' ? null : dayIn(cell('validTo'), problems),
    deptCodes: list(cell('deptCodes')).filter((code) => isDeptCode(code, problems)),
    problems,
    warnings,
  }
}

/** Names in one cell are parted by 、 ； ; or a line break; a comma may belong to a name. */
const list = (text: string): string[] => [
  ...new Set(
    text
      .split(/[、；;\n]/)
      .map((part) => part.trim())
      .filter(Boolean),
  ),
]

/** 县卫计局（至2019-01-15）; the date may be missing when nobody knows it. */
function readFormerName(text: string, problems: string[]): FormerName {
  const [, name = text, day] = /^(.+?)[(（]至?([^()（）]*\d[^()（）]*)[)）]$/.exec(text) ?? []
  return { name, until: day === undefined ? null : dayIn(day, problems) }
}

function readKind(text: string, problems: string[]): AgencyKind | null {
  const kind = AgencyKind.options.find((known) => known === text || agencyKindTitles[known] === text)
  if (text !== '' && kind === undefined)
    problems.push(`类别“${text}”不认识，请从这些里选：${Object.values(agencyKindTitles).join('、')}。`)
  return kind ?? null
}

function isDeptCode(code: string, problems: string[]): boolean {
  const known = departments.some((department) => department.code === code)
  if (!known) problems.push(`职能代码“${code}”不认识，请从模板所列代码中选，或留空由名称推定。`)
  return known
}

function dayIn(text: string, problems: string[]): string | null {
  const read = readDay(text)
  if ('on' in read) return read.on
  problems.push(read.reason)
  return null
}
