import type { AgencyMention, Diagnostic, PlanTask } from '../../compiled-plan.ts'
import { looksLikeAgency } from '../responsibility/agency-shape.ts'
import { report } from './catalogue.ts'
import { agencyKey } from './same-agency.ts'

/** Leading fewer tasks than this burdens nobody. */
const MANY_LEADS = 5
const SHARE_OF_TASKS = 0.4
const TIMES_THE_NEXT = 2

const mentionsOf = (task: PlanTask): AgencyMention[] =>
  [...task.leads, ...task.participants].filter(({ inherited }) => !inherited)

function checkOwners(tasks: readonly PlanTask[]): Diagnostic[] {
  const owned = tasks.filter(({ kind }) => kind === 'task')
  const without = owned.filter(({ mode }) => mode === 'none')
  const first = owned[0]
  if (first && without.length === owned.length)
    return [report('GT132', first.titleSpan, { what: String(owned.length) })]
  return [
    ...without.map((task) => report('GT131', task.titleSpan, { what: task.title })),
    ...owned
      .filter(({ mode }) => mode === 'joint')
      .map((task) => report('GT133', task.titleSpan, { what: task.title, other: String(task.participants.length) })),
  ]
}

function checkNames(mentions: readonly AgencyMention[]): Diagnostic[] {
  const diagnostics: Diagnostic[] = []
  const byKey = new Map<string, AgencyMention>()
  const seen = new Set<string>()
  for (const mention of mentions) {
    const { name, span } = mention
    if (seen.has(name)) continue
    seen.add(name)
    if (!looksLikeAgency(halfWidth(name))) diagnostics.push(report('GT136', span, { what: name }))
    const key = agencyKey(name)
    const other = byKey.get(key)
    if (other && unprefixed(other.name) !== unprefixed(name))
      diagnostics.push(report('GT135', span, { what: name, other: other.name }))
    else if (!other) byKey.set(key, mention)
  }
  return diagnostics
}

const halfWidth = (name: string): string => name.replace(/（/g, '(').replace(/）/g, ')')

/** 市发展改革委、科技局: a level said once for a list is no second spelling. */
const unprefixed = (name: string): string => name.replace(/^[省市县区州旗](?=.{3})/, '')

function checkLoad(tasks: readonly PlanTask[]): Diagnostic[] {
  const led = new Map<string, AgencyMention[]>()
  const tasksLed = tasks.filter(({ leads }) => leads.length > 0)
  for (const task of tasksLed) {
    for (const lead of new Map(task.leads.map((mention) => [mention.name, mention])).values())
      led.set(lead.name, [...(led.get(lead.name) ?? []), lead])
  }
  const [most, next] = [...led].sort(([, a], [, b]) => b.length - a.length)
  const place = most?.[1][0]
  if (!most || !next || !place || most[1].length < MANY_LEADS) return []
  const isFar = most[1].length >= tasksLed.length * SHARE_OF_TASKS && most[1].length >= next[1].length * TIMES_THE_NEXT
  return isFar ? [report('GT134', place.span, { what: most[0], other: String(most[1].length) })] : []
}

/** Tasks without an owner or without a lead, spellings of one agency, names that are none, and one agency's overload. */
export function checkAgencies(tasks: readonly PlanTask[]): Diagnostic[] {
  return [...checkOwners(tasks), ...checkNames(tasks.flatMap(mentionsOf)), ...checkLoad(tasks)]
}
