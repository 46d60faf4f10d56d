import { checkCreditCode } from '#kernel/codes.ts'
import { AgencyKind, agencyKindTitles, type FormerName } from './agency.ts'
import { departments } from './departments.data.ts'

/** One row of the sheet with its cells understood; null and empty lists stand for blank cells. */
export interface AgencyRow {
  /** As the spreadsheet numbers it: the head is row 1. */
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

const columns = {
  name: ['单位名称', '单位', '名称', '全称'],
  shortName: ['简称'],
  aliases: ['别名', '别称'],
  formerNames: ['曾用名', '曾用名(含至日期)'],
  kind: ['类别', '单位类别'],
  division: ['行政区划', '上级/行政区划', '上级'],
  creditCode: ['统一社会信用代码', '信用代码'],
  members: ['成员单位', '成员'],
  mergedInto: ['并入单位', '并入'],
  validFrom: ['设立日期'],
  validTo: ['撤销日期'],
  deptCodes: ['职能代码', '职能'],
} as const
type Column = keyof typeof columns

/** Reads a sheet; the head must name at least 单位名称. Blank rows are passed over. */
export function readAgencyRows(cells: readonly (readonly string[])[]): AgencyRow[] | { problem: string } {
  const head = cells[0]?.map((cell) => cell.normalize('NFKC').replace(/\s/g, '')) ?? []
  const at = (column: Column) => head.findIndex((title) => columns[column].some((known) => known === title))
  if (at('name') < 0) return { problem: '第一行没有“单位名称”一栏。请用名录模板，第一行写栏名。' }
  return cells.slice(1).flatMap((line, i) => {
    const cell = (column: Column) => (line[at(column)] ?? '').trim()
    return line.every((text) => text.trim() === '') ? [] : [readRow(i + 2, cell)]
  })
}

function readRow(row: number, cell: (column: Column) => string): AgencyRow {
  const problems: string[] = []
  const warnings: string[] = []
  const former = list(cell('formerNames')).map((text) => readFormerName(text, problems))
  const credit = cell('creditCode').toUpperCase()
  const check = credit === '' ? { problem: null, warning: null } : checkCreditCode(credit)
  if (check.problem !== null) problems.push(check.problem)
  if (check.warning !== null) warnings.push(check.warning)
  const names = [cell('name'), cell('shortName'), ...list(cell('aliases')), ...former.map(({ name }) => name)]
  if (cell('name') === '') problems.push('没有单位名称，请补上或删去这一行。')
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
    validFrom: cell('validFrom') === '' ? null : readDay(cell('validFrom'), problems),
    validTo: cell('validTo') === '' ? null : readDay(cell('validTo'), problems),
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
  return { name, until: day === undefined ? null : readDay(day, problems) }
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

function readDay(text: string, problems: string[]): string | null {
  const [, year = '', month = '', day = ''] = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text.trim()) ?? []
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const moment = new Date(`${iso}T00:00:00Z`)
  if (!Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(iso)) return iso
  problems.push(`日期“${text}”看不懂，请写成 2024-03-18 这样。`)
  return null
}
