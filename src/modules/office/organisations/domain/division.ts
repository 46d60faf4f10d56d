import { z } from 'zod'
import { DivisionCode, divisionLevel } from '#kernel/codes.ts'

/** A province, prefecture or county with its GB/T 2260 code and the days it was true. */
export const Division = z.object({
  code: DivisionCode.meta({ label: '区划代码' }),
  name: z.string().min(1).max(40).meta({ label: '区划名称' }),
  level: z.enum(['province', 'prefecture', 'county']).meta({ label: '级别' }),
  /** The nearest division above that exists; for a county run by its province, the province. */
  parentCode: DivisionCode.nullable().meta({ label: '上级区划' }),
  /** Other codes and names it is known by: 139002 in statistics, the name before a renaming. */
  aliases: z.array(z.string()).meta({ label: '别码别名' }),
  /** Codes that took it over when it was abolished. */
  successorCodes: z.array(DivisionCode).meta({ label: '承接区划' }),
  foundedOn: z.iso.date().nullable().meta({ label: '设立日期' }),
  dissolvedOn: z.iso.date().nullable().meta({ label: '撤销日期' }),
})
export type Division = z.infer<typeof Division>

/** One line of the patch table. */
export interface DivisionPatch {
  code: string
  name: string
  change: 'added' | 'abolished' | 'renamed' | 'alias'
  on: string | null
  target: string
}

export interface DivisionRegister {
  all: readonly Division[]
  byCode: ReadonlyMap<string, Division>
  /** Full names, short names and aliases; a name such as 鼓楼区 stands for several. */
  byName: ReadonlyMap<string, readonly Division[]>
}

/** From the code and name table and its patches to the register that is asked. */
export function buildDivisionRegister(
  rows: readonly { code: string; name: string }[],
  patches: readonly DivisionPatch[],
): DivisionRegister {
  const divisions = new Map(rows.map((row) => [row.code, bare(row.code, row.name)]))
  for (const patch of patches) divisions.set(patch.code, patched(divisions.get(patch.code), patch))
  const all = [...divisions.values()]
    .map((division) => ({ ...division, parentCode: parentOf(division.code, divisions) }))
    .sort((a, b) => (a.code < b.code ? -1 : 1))
  return { all, byCode: indexByCode(all), byName: indexByName(all) }
}

/** The division of a code; a statistics code (139002) leads to the GB/T 2260 one. */
export const findDivision = (register: DivisionRegister, code: string): Division | undefined =>
  register.byCode.get(code)

/** All divisions that bear the name, in full, short or as it once was; those valid on the day when one is given. */
export const listDivisionsNamed = (register: DivisionRegister, name: string, on?: string): readonly Division[] =>
  (register.byName.get(name) ?? []).filter((division) => on === undefined || isDivisionValid(division, on))

export const isDivisionValid = (division: Pick<Division, 'foundedOn' | 'dissolvedOn'>, on: string): boolean =>
  (division.foundedOn === null || division.foundedOn <= on) &&
  (division.dissolvedOn === null || on < division.dissolvedOn)

/** The divisions above a code, nearest first. */
export function listAncestors(register: DivisionRegister, code: string): Division[] {
  const above = register.byCode.get(register.byCode.get(code)?.parentCode ?? '')
  return above === undefined ? [] : [above, ...listAncestors(register, above.code)]
}

const bare = (code: string, name: string): Division => ({
  code,
  name,
  level: divisionLevel(code),
  parentCode: null,
  aliases: [],
  successorCodes: [],
  foundedOn: null,
  dissolvedOn: null,
})

function patched(known: Division | undefined, { code, name, change, on, target }: DivisionPatch): Division {
  const division = known ?? bare(code, name)
  switch (change) {
    case 'added':
      return { ...division, name, foundedOn: on }
    case 'abolished':
      return { ...division, dissolvedOn: on, successorCodes: target.split(' ').filter(Boolean) }
    case 'renamed':
      return { ...division, name: target, aliases: [...division.aliases, name] }
    case 'alias':
      return { ...division, aliases: [...division.aliases, target] }
  }
}

const parentOf = (code: string, known: ReadonlyMap<string, Division>): string | null =>
  [`${code.slice(0, 4)}00`, `${code.slice(0, 2)}0000`].find((above) => above !== code && known.has(above)) ?? null

function indexByCode(all: readonly Division[]): Map<string, Division> {
  const aliases = all.flatMap((division) => division.aliases.map((alias): [string, Division] => [alias, division]))
  return new Map([
    ...aliases.filter(([alias]) => /^\d{6}$/.test(alias)),
    ...all.map((d): [string, Division] => [d.code, d]),
  ])
}

function indexByName(all: readonly Division[]): Map<string, Division[]> {
  const index = new Map<string, Division[]>()
  for (const division of all)
    for (const name of new Set([division.name, shortDivisionName(division.name), ...division.aliases]))
      index.set(name, [...(index.get(name) ?? []), division])
  return index
}

const peoples = [
  '各',
  '蒙古',
  '维吾尔',
  '布依',
  '朝鲜',
  '土家',
  '哈尼',
  '哈萨克',
  '傈僳',
  '拉祜',
  '东乡',
  '纳西',
  '景颇',
  '柯尔克孜',
  '达斡尔',
  '仫佬',
  '布朗',
  '撒拉',
  '毛南',
  '仡佬',
  '锡伯',
  '阿昌',
  '普米',
  '塔吉克',
  '乌孜别克',
  '俄罗斯',
  '鄂温克',
  '德昂',
  '保安',
  '裕固',
  '独龙',
  '鄂伦春',
  '满',
  '回',
  '藏',
  '苗',
  '彝',
  '壮',
  '侗',
  '瑶',
  '白',
  '傣',
  '黎',
  '佤',
  '畲',
  '水',
  '土',
  '羌',
  '怒',
]
const autonomous = new RegExp(`^(.{2,}?)(?:(?:${peoples.join('|')})族?)+自治(?:区|州|县|旗)$`)

/** 通道侗族自治县 → 通道, 咸宁市 → 咸宁; two-character names (岚县) stay whole, as people say them. */
export function shortDivisionName(name: string): string {
  const people = autonomous.exec(name)?.[1]
  if (people !== undefined) return people
  const stem = name.replace(/(?:特别行政区|族?自治[区州县旗]|地区|省|市|县|区|盟|旗)$/, '')
  return stem.length >= 2 ? stem : name
}
