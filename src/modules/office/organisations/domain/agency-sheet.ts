import { checkCreditCode } from '#kernel/codes.ts'
import { fieldsOf } from '#kernel/fields.ts'
import { readDay } from '#kernel/read-day.ts'
import { type SheetLine, sheetColumns } from '#kernel/registry/compare-rows.ts'
import { type AgencyAlias, AgencyForm, AgencyKind, agencyKindTitles, type FormerName } from './agency.ts'
import { departments } from './departments.data.ts'

/** One row of the sheet with its cells understood; null and empty lists stand for blank cells. */
export interface AgencyRow {
  /** As the spreadsheet numbers it, from 1. */
  row: number
  name: string
  shortName: string | null
  aliases: AgencyAlias[]
  formerNames: FormerName[]
  kind: AgencyKind | null
  division: string | null
  creditCode: string | null
  members: string[]
  mergedInto: string | null
  foundedOn: string | null
  dissolvedOn: string | null
  /** Codes of departments.data.ts, for offices whose name does not say what they do. */
  deptCodes: string[]
  problems: string[]
  warnings: string[]
}

/** The columns of a register: those of its fields, and the division, which may only be the own one. */
export const agencyColumns = [
  ...sheetColumns(fieldsOf(AgencyForm), ['name']),
  { key: 'division', title: '行政区划', aliases: ['上级/行政区划', '上级'] },
]
type Column = keyof typeof AgencyForm.shape | 'division'

export const readAgencyRows = (lines: readonly SheetLine[]): AgencyRow[] =>
  lines.map(({ row, cells, problems }) => readRow(row, (column) => (cells[column] ?? '').trim(), [...problems]))

function readRow(row: number, cell: (column: Column) => string, problems: string[]): AgencyRow {
  const isFaulty = problems.length > 0
  const warnings: string[] = []
  const aliases = list(cell('aliases')).map((text) => readAlias(text, problems))
  const former = list(cell('formerNames')).map((text) => readFormerName(text, problems))
  const credit = cell('creditCode').toUpperCase()
  const check = credit === '' ? { problem: null, warning: null } : checkCreditCode(credit)
  if (check.problem !== null) problems.push(check.problem)
  if (check.warning !== null) warnings.push(check.warning)
  const names = [cell('name'), cell('shortName'), ...aliases.map(({ name }) => name), ...former.map(({ name }) => name)]
  if (cell('name') === '' && !isFaulty) problems.push('没有单位名称，请补上或删去这一行。')
  for (const name of names.filter((text) => text.length === 1 || text.length > 60))
    problems.push(`“${name.slice(0, 20)}”的长度不对，单位名称为 2 至 60 个字，请核对。`)
  return {
    row,
    name: cell('name'),
    shortName: cell('shortName') || null,
    aliases,
    formerNames: former,
    kind: readKind(cell('kind'), problems),
    division: cell('division') || null,
    creditCode: credit || null,
    members: list(cell('memberIds')),
    mergedInto: cell('successorId') || null,
    foundedOn: cell('foundedOn') === '' ? null : dayIn(cell('foundedOn'), problems),
    dissolvedOn: cell('dissolvedOn') === '' ? null : dayIn(cell('dissolvedOn'), problems),
    deptCodes: list(cell('deptCodes')).flatMap((text) => readDeptCode(text, problems)),
    problems,
    warnings,
  }
}

const between = /[｜|]/

/** Names in one cell are parted by 、 ； ; or a line break; a comma may belong to a name. */
const list = (text: string): string[] => [
  ...new Set(
    text
      .split(/[、；;\n]/)
      .map((part) => part.trim())
      .filter(Boolean),
  ),
]

/** A name alone, or with its days as a taken-out sheet has them: 县农业局｜2020-01-01｜2021-12-31. */
function readAlias(text: string, problems: string[]): AgencyAlias {
  const [name = '', from = '', to = ''] = text.split(between).map((part) => part.trim())
  return { name, from: from === '' ? null : dayIn(from, problems), to: to === '' ? null : dayIn(to, problems) }
}

/** 县卫计局（至2019-01-15）, or 县卫计局｜2019-01-15; the date may be missing when nobody knows it. */
function readFormerName(text: string, problems: string[]): FormerName {
  const [, name = text, day] =
    /^(.+?)[(（]至?([^()（）]*\d[^()（）]*)[)）]$/.exec(text) ?? /^([^｜|]+)[｜|](.+)$/.exec(text) ?? []
  return { name, until: day === undefined ? null : dayIn(day, problems) }
}

function readKind(text: string, problems: string[]): AgencyKind | null {
  const kind = AgencyKind.options.find((known) => known === text || agencyKindTitles[known] === text)
  if (text !== '' && kind === undefined)
    problems.push(`类别“${text}”不认识，请从这些里选：${Object.values(agencyKindTitles).join('、')}。`)
  return kind ?? null
}

/** By its code, or by what the office is called, as a taken-out sheet has it. */
function readDeptCode(text: string, problems: string[]): string[] {
  const known = departments.find(({ code, core }) => text === code || text === core)
  if (known) return [known.code]
  problems.push(`职能代码“${text}”不认识，请从模板所列代码中选，或留空由名称推定。`)
  return []
}

function dayIn(text: string, problems: string[]): string | null {
  const read = readDay(text)
  if ('on' in read) return read.on
  problems.push(read.reason)
  return null
}
