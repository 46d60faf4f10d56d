import { z } from 'zod'
import { type Agency, isActive } from './agency.ts'
import { agencyCore, plainName } from './agency-core.ts'
import type { AgencyRegister, BorneName } from './agency-register.ts'
import { deptCodesOf } from './department-lookup.ts'
import { likeness } from './similar-names.ts'

/** What the register says of a name written in a plan, with the reason; `agencyId` is null when a person has to decide. */
export const AgencyMatch = z.object({
  kind: z.enum(['exact', 'alias', 'former', 'core', 'group', 'ambiguous', 'unknown']),
  agencyId: z.uuid().nullable(),
  candidates: z.array(z.object({ agencyId: z.uuid(), name: z.string(), reason: z.string() })),
  explanation: z.string(),
})
export type AgencyMatch = z.infer<typeof AgencyMatch>

/** A name under question, as written and plain, with all that is needed to answer. */
interface Question {
  name: string
  plain: string
  register: AgencyRegister
  on: string | undefined
}

/**
 * Finds the agency a plan means: by its name, an alias, a former name, or by what it is responsible for (县科技局 → the
 * merged 县商务科技和工业信息化局). Groups (各乡镇办场园) match only a configured one. Two equally good answers are
 * reported, never chosen. What stands in brackets behind a name (省发展改革委（能源局）) is left out when the whole is not found.
 * @param on the day the plan speaks of; without it, agencies that exist now
 */
export function matchAgency(name: string, register: AgencyRegister, on?: string): AgencyMatch {
  const question = { name, plain: plainName(name), register, on }
  const found = byName(question) ?? (isGroupName(name) ? unconfigured(question) : byWork(question))
  const outside = question.plain.replace(/\([^()]*\)$/, '')
  if (found !== null || outside === question.plain || outside === '') return found ?? unknown(question)
  const without = matchAgency(outside, register, on)
  return without.kind === 'unknown' ? unknown(question) : without
}

/** 各乡镇、等相关部门、…成员单位: words for several agencies at once. */
export const isGroupName = (name: string): boolean =>
  /^(?:各|其他|其它)|(?:各|有关|相关|成员|审批)(?:部门|单位)$|^具有.*单位$|直(?:各)?(?:部门|单位)$/.test(
    plainName(name).replace(/^等/, ''),
  )

function byName(question: Question): AgencyMatch | null {
  const { plain, register, on } = question
  const entries = (register.names.get(plain) ?? []).filter((entry) => inUse(entry, on))
  for (const how of ['exact', 'alias', 'former'] as const) {
    const found = entries
      .filter((entry) => entry.how === how)
      .flatMap(({ agencyId }) => register.byId.get(agencyId) ?? [])
    if (found.length > 0) return settle(question, how, found)
  }
  return null
}

const inUse = (entry: BorneName, on?: string): boolean =>
  on === undefined || ((entry.from === null || entry.from <= on) && (entry.to === null || on <= entry.to))

function byWork(question: Question): AgencyMatch | null {
  const { plain, register, on } = question
  const { core, divisionCodes } = agencyCore(plain, register.places)
  const fits = (code: string) => divisionCodes?.includes(code) ?? true
  const doing = deptCodesOf(core).flatMap((code) => register.depts.get(code) ?? [])
  const ids = [...(register.cores.get(core) ?? []), ...doing]
    .filter((named) => named.divisionCodes?.some(fits) || fits(register.byId.get(named.agencyId)?.divisionCode ?? ''))
    .map((named) => named.agencyId)
  const found = [...new Set(ids)].flatMap((id) => register.byId.get(id) ?? [])
  const active = found.filter((agency) => isActive(agency, on))
  return active.length === 0 ? null : settle(question, 'core', active)
}

type How = BorneName['how'] | 'core'

/** One agency left is the answer; of several, the county's own one; otherwise a person decides. */
function settle(question: Question, how: How, found: readonly Agency[]): AgencyMatch {
  const { name, register, on } = question
  const standing = [...new Set(found.map((agency) => successor(agency, question)))]
  const active = standing.filter((agency) => isActive(agency, on))
  const own = active.filter((agency) => agency.divisionCode === register.home)
  const [only, ...others] = own.length > 0 ? own : active
  if (only === undefined) return dissolved(name, standing)
  if (others.length > 0) return ambiguous(name, [only, ...others])
  if (only.kind === 'group')
    return settled('group', only, `“${name}”是单位组合，按名录中“${only.name}”的成员单位展开。`)
  if (how === 'core') return settled('core', only, `“${name}”按所在层级和职能对应“${only.name}”。`)
  if (!found.includes(only)) return settled('former', only, `“${name}”已撤销，工作由“${only.name}”承接。`)
  return settled(how, only, `“${name}”是“${only.name}”的${bearing[how]}。`)
}

const bearing = { exact: '标准名称', alias: '简称或别名', former: '曾用名' } as const

const settled = (kind: AgencyMatch['kind'], agency: Agency, explanation: string): AgencyMatch => ({
  kind,
  agencyId: agency.id,
  candidates: [],
  explanation,
})

/** The agency that does its work on the day: itself, or the one at the end of the chain of mergers. */
function successor(agency: Agency, { register, on }: Question): Agency {
  const seen = new Set<Agency>()
  let current = agency
  while (!seen.has(current)) {
    seen.add(current)
    const gone = current.dissolvedOn !== null && (on === undefined || current.dissolvedOn <= on)
    current = (gone ? register.byId.get(current.successorId ?? '') : undefined) ?? current
  }
  return current
}

const dissolved = (name: string, agencies: readonly Agency[]): AgencyMatch => ({
  kind: 'unknown',
  agencyId: null,
  candidates: agencies.map(({ id, name: title }) => ({
    agencyId: id,
    name: title,
    reason: '该日不存在，名录中没有承接单位',
  })),
  explanation: `“${name}”在名录中，但该日不存在，也没有登记承接单位。请在名录中补“并入单位”，或另选单位。`,
})

const ambiguous = (name: string, agencies: readonly Agency[]): AgencyMatch => ({
  kind: 'ambiguous',
  agencyId: null,
  candidates: agencies.map(({ id, name: title }) => ({ agencyId: id, name: title, reason: '名称或职能都对得上' })),
  explanation: `“${name}”可以是${agencies.map((agency) => `“${agency.name}”`).join('、')}。请选定一个，并登记为它的别名。`,
})

function unconfigured({ name, plain, register }: Question): AgencyMatch {
  const groups = [...register.byId.values()].filter((agency) => agency.kind === 'group' && isActive(agency))
  return {
    kind: 'group',
    agencyId: null,
    candidates: nearest(plain, groups, 0.2),
    explanation: `“${name}”指多家单位，名录中还没有配置它的成员。请新建单位组合并选定成员单位，或登记为已有组合的别名。`,
  }
}

function unknown({ name, plain, register }: Question): AgencyMatch {
  const active = [...register.byId.values()].filter((agency) => isActive(agency))
  return {
    kind: 'unknown',
    agencyId: null,
    candidates: nearest(plain, active, 0.3),
    explanation: `单位名录中没有“${name}”。请登记为已有单位的别名，或新建单位。`,
  }
}

function nearest(plain: string, agencies: readonly Agency[], least: number): AgencyMatch['candidates'] {
  return agencies
    .map((agency) => {
      const likes = namesOf(agency).map((known) => likeness(withoutKind(plain), withoutKind(plainName(known))))
      return { agency, like: Math.max(...likes) }
    })
    .filter(({ like }) => like >= least)
    .sort((a, b) => b.like - a.like)
    .slice(0, 3)
    .map(({ agency }) => ({ agencyId: agency.id, name: agency.name, reason: '名称相近' }))
}

/** What kind of office it is makes no two offices alike: 商务局 and 税务局, 民政局 and 财政局. */
const withoutKind = (name: string): string =>
  name.replace(/(?<=..)(?:服务中心|中心|委员会|办公室|[局委办部处站所院])$/u, '')

const namesOf = (agency: Agency): string[] => [
  agency.name,
  agency.shortName ?? '',
  ...agency.aliases.map((alias) => alias.name),
]
