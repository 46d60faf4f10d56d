import type { AgencyMention, PlanSection, PlanTask } from '../compiled-plan.ts'
import { buildSections, headingOf, labelOf } from './build-sections.ts'
import type { PlanText } from './read-plan-text.ts'
import { agenciesOf, mentionOf } from './responsibility/assign-roles.ts'
import { type FoundTask, findTasks } from './structure/find-tasks.ts'
import { endOf, hasAnyBelow, type OutlineNode } from './structure/outline.ts'
import { type Range, spanOf } from './text/reading-text.ts'

/** A task as put out, with the place it was built from. */
export interface BuiltTask {
  task: PlanTask
  found: FoundTask
  /** All its words: a range of the reading text. */
  body: Range
  /** Its paragraphs end before this one. */
  after: number
}

function modeOf(leads: readonly AgencyMention[], participants: readonly AgencyMention[]): PlanTask['mode'] {
  const count = new Set([...leads, ...participants].map(({ name }) => name)).size
  if (count === 0) return 'none'
  if (count === 1) return 'sole'
  return leads.length > 0 ? 'lead' : 'joint'
}

/** A task ends with its last bracket: paragraphs after it that have none speak to everybody. */
function endOfTask(plan: PlanText, { node, clauses }: FoundTask, heads: boolean): number {
  if (heads) return node.after
  const end = endOf(node)
  if (clauses.length === 0 || node.children.length > 0) return end
  for (let i = end - 1; i >= node.first; i--) if (plan.clauses.has(i)) return i + 1
  return end
}

/** What the heading above adds: all of it where the task names nobody, its leads where the task names no lead. */
function fromHeading(plan: PlanText, found: FoundTask, own: readonly AgencyMention[]): AgencyMention[] {
  if (found.above.length === 0 || own.some(({ role }) => role === 'lead')) return []
  const above = agenciesOf(plan.reading, found.above, plan.firstIsLead)
  return own.length === 0 ? above : above.filter(({ role }) => role === 'lead')
}

function agenciesAt(plan: PlanText, found: FoundTask, defaults: readonly AgencyMention[]): AgencyMention[] {
  const own = agenciesOf(plan.reading, found.clauses, plan.firstIsLead)
  const here = [...fromHeading(plan, found, own), ...own]
  if (found.kind === 'measure' && found.clauses.length === 0) return here
  const named = new Set(here.map(({ name }) => name))
  return [...here, ...defaults.filter(({ name }) => !named.has(name))]
}

function pathTo(plan: PlanText, node: OutlineNode): string[] {
  return node.parent ? [...pathTo(plan, node.parent), labelOf(plan, node.parent)] : []
}

interface Placing {
  id: string
  sectionId: string | null
  defaults: readonly AgencyMention[]
  /** The title of its plan, where the document holds several. */
  under: readonly string[]
  /** Tasks of their own stand below it. */
  heads: boolean
}

function buildTask(plan: PlanText, found: FoundTask, { id, sectionId, defaults, heads, under }: Placing): BuiltTask {
  const { node } = found
  const agencies = agenciesAt(plan, found, defaults)
  const leads = agencies.filter(({ role }) => role === 'lead')
  const participants = agencies.filter(({ role }) => role === 'participant')
  const after = endOfTask(plan, found, heads)
  const start = plan.paragraphs[node.first]?.start ?? 0
  const end = plan.paragraphs[after - 1]?.end ?? start
  const task: PlanTask = {
    id,
    kind: found.kind,
    sectionId,
    path: [...under, ...pathTo(plan, node)],
    number: node.number.text,
    title: headingOf(plan, node),
    text: plan.reading.written.slice(start, end),
    mode: modeOf(leads, participants),
    leads,
    participants,
    due: null,
    span: spanOf(plan.reading, start, end),
    titleSpan: spanOf(plan.reading, node.title.start, node.title.end),
  }
  return { task, found, body: { start, end }, after }
}

/** Where a file holds several plans, the title of the plan each task stands in. */
function titlesOf(plan: PlanText, inParts: readonly FoundTask[][]): Map<FoundTask, readonly string[]> {
  const titles = new Map<FoundTask, readonly string[]>()
  if (inParts.filter((tasks) => tasks.length > 0).length < 2) return titles
  plan.parts.forEach(({ title }, i) => {
    const path = title ? [plan.reading.written.slice(title.start, title.end)] : []
    for (const task of inParts[i] ?? []) titles.set(task, path)
  })
  return titles
}

/** Tasks and sections of every part of the document, in reading order. */
export function buildTasks(plan: PlanText): { built: BuiltTask[]; sections: PlanSection[] } {
  const words = { text: plan.reading.text, paragraphs: plan.paragraphs, named: plan.clauses.size > 0 }
  const inParts = plan.parts.map((part) => findTasks(words, part.roots, plan.clausesByNode))
  const found = inParts.flat()
  const titles = titlesOf(plan, inParts)
  const nodes = new Set(found.map(({ node }) => node))
  const { sections, idOf } = buildSections(plan, nodes)
  let defaults: AgencyMention[] = []
  const built = found.map((item, i) => {
    const sectionId = (item.node.parent && idOf.get(item.node.parent)) ?? null
    const task = buildTask(plan, item, {
      id: `t${i + 1}`,
      sectionId,
      defaults,
      heads: hasAnyBelow(item.node, nodes),
      under: titles.get(item) ?? [],
    })
    const stated = item.clauses.flatMap((clause) => clause.defaults)
    if (stated.length > 0)
      defaults = stated.map((mention) => ({ ...mentionOf(plan.reading, mention, 'participant'), inherited: true }))
    return task
  })
  return { built, sections }
}
