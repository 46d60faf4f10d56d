import { settleRoles } from '../responsibility/assign-roles.ts'
import type { FoundClause } from '../responsibility/parse-clause.ts'
import { allMatches } from '../text/all-matches.ts'
import type { Range } from '../text/reading-text.ts'
import type { NumberKind } from './numbering.ts'
import { type OutlineNode, walk } from './outline.ts'
import { RUNS_THINGS } from './section-words.data.ts'

/** A node that is a task or a safeguard, with the clauses that say who answers for it. */
export interface FoundTask {
  node: OutlineNode
  kind: 'task' | 'measure'
  clauses: FoundClause[]
  /** Clauses written at a heading above, valid where the task has none of its own or names no lead. */
  above: FoundClause[]
}

export type ClausesByNode = ReadonlyMap<OutlineNode, readonly FoundClause[]>

/** Numbers of this kind under a task are a list inside it, not tasks of their own. */
const LIST_KINDS: ReadonlySet<NumberKind> = new Set(['numParen', 'circle', 'decimal', 'step'])

/** Paragraphs that order have such a word at least so often. */
const PER_ORDER = 40

interface Words {
  text: string
  /** Some part of the document names agencies. */
  named: boolean
  paragraphs: readonly Range[]
}

interface Reader extends Words {
  clauses: Map<OutlineNode, FoundClause[]>
  found: FoundTask[]
  taskKinds: Set<NumberKind>
}

const own = (reader: Reader, node: OutlineNode): FoundClause[] => reader.clauses.get(node) ?? []

const hasBelow = (reader: Reader, node: OutlineNode): boolean =>
  node.children.some((child) => own(reader, child).length > 0 || hasBelow(reader, child))

const isRoleLine = ({ bracketed, mentions }: FoundClause): boolean => !bracketed && mentions[0]?.labelled === true

/** Only the last of several items has a clause; a line of its own may also follow a single item. */
function isLastOnly(reader: Reader, node: OutlineNode): boolean {
  const last = node.children.at(-1)
  if (!last || last.children.length > 0 || own(reader, node).length > 0) return false
  if (node.children.length < 2 && own(reader, last).some(({ bracketed }) => bracketed)) return false
  const withClause = node.children.filter((child) => own(reader, child).length > 0 || hasBelow(reader, child))
  return withClause.length === 1 && withClause[0] === last
}

/**
 * A clause after the last item of a list closes the whole list when no other item has one: （1）…；（2）…。（责任单位：…）
 * belongs to the task above. Headings are lifted only when the whole plan is written so, twice at least, or when it
 * is a line of its own and other headings of their kind have a clause.
 */
function liftFromLists(reader: Reader, roots: readonly OutlineNode[]): void {
  const parents = walk(roots).filter((node) => node.children.some((child) => own(reader, child).length > 0))
  const candidates = parents.filter((node) => isLastOnly(reader, node))
  const isHabit = candidates.length > 1 && candidates.length === parents.length
  const leaves = kindsOf(reader, roots, (node) => node.children.length === 0 || own(reader, node).length > 0)
  for (const node of candidates.reverse()) {
    const last = node.children[node.children.length - 1]
    const isLine = last !== undefined && own(reader, last).some(isRoleLine)
    const isLifted = isHabit || LIST_KINDS.has(last?.number.kind ?? 'num') || (isLine && leaves.has(node.number.kind))
    if (!last || !isLifted || !isLastOnly(reader, node)) continue
    reader.clauses.set(node, own(reader, last))
    reader.clauses.delete(last)
  }
}

const isTitled = (node: OutlineNode): boolean => node.title.end - node.title.start <= 45

/** It has words of its own below its heading or behind it. */
const saysMore = ({ text }: Reader, { first, after, title }: OutlineNode): boolean =>
  after - first > 1 || title.end - title.start > 16 || /^[。:;]./.test(text.slice(title.end, title.end + 2))

/** Below a heading without any clause: the items that stand where tasks stand elsewhere in the plan. */
function withoutClauses(reader: Reader, node: OutlineNode, above: FoundClause[]): void {
  const { role } = node
  if (role === 'goal' || role === 'background') return
  if (role === 'measure') {
    const isSection = node.heading === 'measure' && node.children.length > 0 && node.depth === 1
    const items = isSection ? node.children : node.depth > 1 || saysMore(reader, node) ? [node] : []
    for (const item of items)
      if (item.role !== 'background') reader.found.push({ node: item, kind: 'measure', clauses: [], above })
    return
  }
  const isTask = ({ number }: OutlineNode): boolean => reader.taskKinds.has(number.kind)
  const inner = node.children.filter((child) => !LIST_KINDS.has(child.number.kind) || isTask(child))
  const goesDown = !isTask(node) && inner.length > 0 && (inner.some(isTask) || inner.every(isTitled))
  if (goesDown) for (const child of inner) visit(reader, child, above)
  else if (isTask(node) || node.depth > 1 || reader.taskKinds.size === 0)
    reader.found.push({ node, kind: 'task', clauses: [], above })
}

function visit(reader: Reader, node: OutlineNode, above: FoundClause[]): void {
  const here = own(reader, node)
  const heading = node.children.filter((child) => !LIST_KINDS.has(child.number.kind))
  if (hasBelow(reader, node)) {
    if (here.length > 0 && speaksForItself(reader, node))
      reader.found.push({ node, kind: 'task', clauses: here, above })
    for (const child of node.children) visit(reader, child, here.length > 0 && isAtHeading(here, node) ? here : above)
  } else if (here.length > 0 && heading.length > 1 && isAtHeading(here, node)) {
    for (const child of heading) reader.found.push({ node: child, kind: 'task', clauses: [], above: here })
  } else if (here.length > 0) reader.found.push({ node, kind: 'task', clauses: here, above })
  else withoutClauses(reader, node, above)
}

/** Its agencies are not those of its items: it has prose of its own, or every item has a lead of its own. */
const speaksForItself = (reader: Reader, node: OutlineNode): boolean =>
  !isAtHeading(own(reader, node), node) ||
  node.children.every((child) =>
    own(reader, child).some(({ mentions }) => settleRoles(mentions, false).includes('lead')),
  )

const isAtHeading = (clauses: readonly FoundClause[], node: OutlineNode): boolean =>
  clauses.some((clause) => clause.outerStart - node.title.end < 4)

/** The kinds of number under which this part writes its tasks: those of the deepest nodes that have a clause. */
function kindsOf(reader: Reader, roots: readonly OutlineNode[], fits: (node: OutlineNode) => boolean): Set<NumberKind> {
  const kinds = new Set<NumberKind>()
  for (const node of walk(roots))
    if (fits(node) && own(reader, node).length > 0 && !hasBelow(reader, node)) kinds.add(node.number.kind)
  return kinds
}

/** Tasks and safeguards of one part, in reading order. */
export function findTasks(words: Words, roots: readonly OutlineNode[], clauses: ClausesByNode): FoundTask[] {
  const reader: Reader = {
    ...words,
    clauses: new Map(walk(roots).map((node) => [node, [...(clauses.get(node) ?? [])]])),
    found: [],
    taskKinds: new Set(),
  }
  liftFromLists(reader, roots)
  reader.taskKinds = kindsOf(reader, roots, () => true)
  closeWithMeasures(reader, roots)
  for (const node of roots) visit(reader, node, [])
  return withSafeguards(reader.found)
}

const runsThings = ({ text, paragraphs }: Reader, { first, after }: OutlineNode): boolean => {
  const words = text.slice(paragraphs[first]?.start ?? 0, paragraphs[after - 1]?.end ?? 0)
  return allMatches(RUNS_THINGS, words).length > words.length / PER_ORDER
}

/**
 * Where a document names who answers, the sections after the last one that does are safeguards if most of their paragraphs
 * order meetings, ledgers, lists, checks, whatever their heading.
 */
function closeWithMeasures(reader: Reader, roots: readonly OutlineNode[]): void {
  const last = roots.findLastIndex((node) => own(reader, node).length > 0 || hasBelow(reader, node))
  for (const node of last < 0 && !reader.named ? [] : roots.slice(last + 1)) {
    const inside = walk([node])
    const said = inside.filter((one) => runsThings(reader, one)).length
    if (node.role !== 'main' || said * 2 < inside.filter(({ children }) => children.length === 0).length) continue
    node.heading = 'measure'
    for (const one of inside) one.role = one.role === 'main' ? 'measure' : one.role
  }
}

/** 6.强化工作保障。……（责任单位：……） among the items of a section of tasks is one of them. */
const isTaskByClause = ({ node, clauses }: FoundTask): boolean =>
  clauses.length > 0 && node.parent !== null && node.parent.role !== 'measure' && node.parent.children.length > 1

const topOf = (node: OutlineNode): OutlineNode => (node.parent ? topOf(node.parent) : node)

/**
 * What stands under 保障措施 is a safeguard even with a bracket of its own, as long as the plan has tasks elsewhere.
 * Where it has none, the section whose items have brackets (二、工作措施) is where its tasks are.
 */
function withSafeguards(found: readonly FoundTask[]): FoundTask[] {
  const isSafeguard = (task: FoundTask) =>
    task.kind === 'measure' || (task.node.role === 'measure' && !isTaskByClause(task))
  if (found.every(isSafeguard)) {
    const tops = new Set(found.filter(({ clauses }) => clauses.length > 0).map(({ node }) => topOf(node)))
    return found.map((task) => (tops.has(topOf(task.node)) ? { ...task, kind: 'task' } : task))
  }
  return found.map((task) => (isSafeguard(task) ? { ...task, kind: 'measure' } : task))
}
