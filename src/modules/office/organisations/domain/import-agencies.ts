import { fieldsOf } from '#kernel/fields.ts'
import { changesOf } from '#kernel/registry/changes.ts'
import type { ComparedRow, SheetLine } from '#kernel/registry/compare-rows.ts'
import { type Agency, AgencyForm, agencyKindTitles, faultOf } from './agency.ts'
import { levelName, plainName } from './agency-core.ts'
import { type AgencyRow, readAgencyRows } from './agency-sheet.ts'
import { mergeRow } from './merge-agency-row.ts'
import { listNameConflicts } from './name-conflicts.ts'

/** What an import needs from outside. */
export interface ImportSetting {
  /** The county whose register this is; every row belongs to it, a blank 行政区划 says so too. */
  home: string
  /** The code of a division given by code or name; undefined when there is none. */
  findDivisionCode: (text: string) => string | undefined
  newId: () => string
}

/** What became of a row, with the agency as it would be. */
export interface ImportedRow extends Omit<ComparedRow, 'id' | 'version' | 'values'> {
  agency: Agency
}

const fields = fieldsOf(AgencyForm)

/**
 * Compares a sheet with the register; nothing is written.
 * A blank cell keeps what is stored; aliases, former names and members are added to, never taken away; a row whose
 * 曾用名 is the name of a stored agency renames it. The same sheet again changes nothing.
 */
export function importAgencies(
  lines: readonly SheetLine[],
  register: readonly Agency[],
  setting: ImportSetting,
): ImportedRow[] {
  const rows = readAgencyRows(lines)
  const here = register.filter((agency) => agency.divisionCode === setting.home)
  const byName = new Map([...here].reverse().map((agency) => [levelName(agency.name), agency]))
  const context = { here, byName, times: countEach(rows.map(({ name }) => levelName(name))), setting }
  const targets = rows.map((row) => target(row, context))
  const claims = countEach(targets.map(({ id }) => id))
  for (const { row, id } of targets)
    if ((claims.get(id) ?? 0) > 1) row.problems.push(`“${row.name}”与另一行说的是同一个单位，请合并成一行。`)
  const names = knownNames([...register, ...targets.map(({ stored, id, row }) => ({ ...stored, id, ...namesOf(row) }))])
  const merged = targets.map((at) => ({ ...at, agency: merge(at, names, setting) }))
  return outcomes(merged, register)
}

interface Target {
  row: AgencyRow
  stored: Agency | undefined
  id: string
}

interface Context {
  /** The stored agencies of this county. */
  here: readonly Agency[]
  /** By `levelName`, as `times` is. */
  byName: ReadonlyMap<string, Agency>
  /** How many rows bear a name. */
  times: ReadonlyMap<string, number>
  setting: ImportSetting
}

function countEach(words: readonly string[]): Map<string, number> {
  const times = new Map<string, number>()
  for (const word of words) times.set(word, (times.get(word) ?? 0) + 1)
  return times
}

/** The stored agency the row speaks of (by name, or by a former name that no other row claims), or a new one. */
function target(row: AgencyRow, { here, byName, times, setting }: Context): Target {
  const division = row.division === null ? setting.home : setting.findDivisionCode(row.division)
  if (division === undefined) row.problems.push(`没有“${row.division}”这个行政区划，请写 6 位代码或全称。`)
  else if (division !== setting.home)
    row.problems.push(`“${row.division}”不是本级。名录只收本级使用的单位，上级派驻单位也填本级或留空。`)
  const name = levelName(row.name)
  if (name !== '' && (times.get(name) ?? 0) > 1) row.problems.push(`“${row.name}”在表中出现了两次，请合并成一行。`)
  const renamed = row.formerNames
    .map((former) => levelName(former.name))
    .filter((each) => byName.has(each) && !times.has(each))
  const stored =
    byName.get(name) ?? here.find((agency) => agency.dissolvedOn === null && renamed.includes(levelName(agency.name)))
  if (stored === undefined && row.kind === null)
    row.problems.push(`新单位要写类别，请从这些里选：${Object.values(agencyKindTitles).join('、')}。`)
  return { row, stored, id: stored?.id ?? setting.newId() }
}

const namesOf = (row: AgencyRow) => ({
  name: row.name,
  shortName: row.shortName,
  aliases: row.aliases,
})

type Named = { id: string; name: string; shortName: string | null; aliases: readonly { name: string }[] }

/** Names to ids; a standard name goes before a short name or alias. */
function knownNames(agencies: readonly Named[]): Map<string, string> {
  const others = agencies.flatMap(({ id, shortName, aliases }) =>
    [shortName ?? '', ...aliases.map(({ name }) => name)].map((name): [string, string] => [plainName(name), id]),
  )
  return new Map([...others, ...agencies.map(({ id, name }): [string, string] => [plainName(name), id])])
}

function merge({ row, stored, id }: Target, names: ReadonlyMap<string, string>, setting: ImportSetting): Agency {
  const lookUp = (name: string, role: string) => {
    const found = names.get(plainName(name))
    if (found === undefined) row.problems.push(`${role}“${name}”不在名录中，也不在表中，请先补上或改正名称。`)
    if (found === id) row.problems.push(`${role}不能是“${row.name}”自己，请改正。`)
    return found ?? ''
  }
  const memberIds = row.members.map((name) => lookUp(name, '成员单位'))
  const successorId = row.mergedInto === null ? null : lookUp(row.mergedInto, '并入单位')
  const agency = mergeRow(stored, row, { id, home: setting.home, memberIds, successorId })
  if (agency.memberIds.length > 0 && agency.kind !== 'group')
    row.problems.push('只有类别为“单位组合”的才能有成员单位，请改类别或删去成员单位。')
  row.problems.push(...[faultOf(agency) ?? []].flat())
  if (agency.kind === 'group' && agency.memberIds.length === 0)
    row.warnings.push(`“${row.name}”还没有成员单位，任务不能展开到各家，请补成员单位。`)
  return agency
}

function outcomes(merged: readonly (Target & { agency: Agency })[], register: readonly Agency[]): ImportedRow[] {
  const after = [
    ...new Map([...register, ...merged.map(({ agency }) => agency)].map((agency) => [agency.id, agency])).values(),
  ]
  const rowOf = new Map(merged.map(({ agency, row }) => [agency, row]))
  for (const { name, agencies } of listNameConflicts(after))
    for (const agency of agencies) {
      const other = agencies.find((bearer) => bearer.id !== agency.id)
      rowOf.get(agency)?.problems.push(`“${name}”也是“${other?.name ?? agency.name}”的名称或别名，请删去一处。`)
    }
  const names = new Map(after.map(({ id, name }) => [id, name]))
  return merged.map(({ row, stored, agency }) => {
    const changes = stored ? changesOf(fields, stored, agency, (id) => names.get(id) ?? '') : []
    const done = stored ? (changes.length > 0 ? 'changed' : 'unchanged') : 'added'
    const outcome = row.problems.length > 0 ? 'bad' : done
    return { row: row.row, name: row.name, outcome, agency, changes, reasons: row.problems, warnings: row.warnings }
  })
}
